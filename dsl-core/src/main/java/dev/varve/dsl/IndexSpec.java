package dev.varve.dsl;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.Storage;
import dev.varve.operation.CreateIndexConcurrently;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;

/** An index of a table or a materialized view: {@code on("symbol", "timestamp").where("price > 0")}. */
public final class IndexSpec {

    private final List<IndexKey> keys;
    private final Optional<String> name;
    private final boolean unique;
    private final String method;
    private final List<String> included;
    private final Optional<Expression> where;
    private final boolean concurrently;
    private final boolean nullsNotDistinct;
    private final Storage storage;

    private IndexSpec(
            List<IndexKey> keys,
            Optional<String> name,
            boolean unique,
            String method,
            List<String> included,
            Optional<Expression> where,
            boolean concurrently,
            boolean nullsNotDistinct,
            Storage storage) {
        this.keys = List.copyOf(keys);
        this.name = name;
        this.unique = unique;
        this.method = method;
        this.included = List.copyOf(included);
        this.where = where;
        this.concurrently = concurrently;
        this.nullsNotDistinct = nullsNotDistinct;
        this.storage = storage;
    }

    static IndexSpec of(List<IndexKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("An index needs at least one key.");
        }
        return new IndexSpec(
                keys, Optional.empty(), false, "btree", List.of(), Optional.empty(), false, false, Storage.usual());
    }

    /** The index under this name. */
    public IndexSpec named(String other) {
        return new IndexSpec(
                keys, Optional.of(other), unique, method, included, where, concurrently, nullsNotDistinct, storage);
    }

    /** The index, refusing two rows with the same keys. */
    public IndexSpec unique() {
        return new IndexSpec(keys, name, true, method, included, where, concurrently, nullsNotDistinct, storage);
    }

    /** The index, to which null is a value as any other, so that two rows cannot share it if it is unique. */
    public IndexSpec nullsNotDistinct() {
        return new IndexSpec(keys, name, unique, method, included, where, concurrently, true, storage);
    }

    /** The index, kept with these storage parameters. */
    public IndexSpec storage(Map<String, String> parameters) {
        return storage(Options.of(parameters));
    }

    /** The index, kept with these storage parameters, in that order. */
    public IndexSpec storage(Options parameters) {
        return stored(storage.with(parameters));
    }

    /** The index, kept in a tablespace. */
    public IndexSpec tablespace(String tablespace) {
        return stored(storage.in(tablespace));
    }

    private IndexSpec stored(Storage other) {
        return new IndexSpec(keys, name, unique, method, included, where, concurrently, nullsNotDistinct, other);
    }

    /** The index with another access method, such as {@code gin}. */
    public IndexSpec using(String other) {
        return new IndexSpec(keys, name, unique, other, included, where, concurrently, nullsNotDistinct, storage);
    }

    /** The index with more columns stored in it that are no keys. */
    public IndexSpec include(String... columns) {
        return new IndexSpec(
                keys, name, unique, method, List.of(columns), where, concurrently, nullsNotDistinct, storage);
    }

    /** The index over the rows that meet the condition. */
    public IndexSpec where(String condition) {
        return where(new Expression(condition));
    }

    /** The index over the rows that meet the condition. */
    public IndexSpec where(Condition condition) {
        return where(JooqText.of(condition));
    }

    private IndexSpec where(Expression condition) {
        where.ifPresent(first -> {
            throw new IllegalArgumentException("The index was already said to hold rows where " + first + ".");
        });
        return new IndexSpec(
                keys, name, unique, method, included, Optional.of(condition), concurrently, nullsNotDistinct, storage);
    }

    /** The index, built while the table is written: outside a transaction, and able to go on after a crash. */
    public IndexSpec concurrently() {
        return new IndexSpec(keys, name, unique, method, included, where, true, nullsNotDistinct, storage);
    }

    /** The operation that makes the index on a relation. */
    public Operation operation(ObjectId<?> relation, NamingConvention naming) {
        Index index = new Index(
                relation.name().named(name.orElseGet(() -> conventionalName(relation, naming))),
                relation,
                unique,
                nullsNotDistinct,
                method,
                keys,
                included,
                where,
                storage);
        return concurrently ? new CreateIndexConcurrently(index) : new CreateObject(index);
    }

    private String conventionalName(ObjectId<?> relation, NamingConvention naming) {
        List<String> parts = keys.stream().flatMap(IndexSpec::words).toList();
        return naming.shortName(NamingConvention.Kind.INDEX, relation.name(), parts);
    }

    /** The words of a key for the name of what has it. */
    static Stream<String> words(IndexKey key) {
        return key.column()
                ? key.expression().bareNames().stream()
                : Stream.of(key.expression().text().replaceAll("\\W+", "_").replaceAll("^_|_$", ""));
    }
}
