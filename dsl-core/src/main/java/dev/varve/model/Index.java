package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An index that is not the one of a constraint.
 *
 * @param on the table, materialized view or other relation that it indexes and in whose schema it lives
 * @param included columns that are stored in the index without being keys
 * @param where the condition of the rows that it holds; all rows if empty
 */
public record Index(
        QualifiedName name,
        ObjectId<?> on,
        boolean unique,
        String method,
        List<IndexKey> keys,
        List<String> included,
        Optional<Expression> where)
        implements Reworded {

    public Index {
        keys = List.copyOf(keys);
        included = List.copyOf(included);
    }

    /** The id of the index of that name. */
    public static ObjectId<Index> id(QualifiedName name) {
        return ObjectId.of(Index.class, name);
    }

    @Override
    public ObjectId<Index> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = keys.stream()
                .flatMap(key -> key.expression().qualifiedNames().stream())
                .collect(Collectors.toCollection(HashSet::new));
        where.ifPresent(condition -> mentioned.addAll(condition.qualifiedNames()));
        Set<ObjectId<?>> required = database.named(mentioned);
        required.add(on);
        return required;
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.relation(name));
    }

    /** Whether the index leans on that column. */
    public boolean uses(String column) {
        return included.contains(column) || keys.stream().anyMatch(key -> key.uses(column)) || computesWith(column);
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return uses(column);
    }

    /** Whether the index has an expression or a condition over that column. */
    public boolean computesWith(String column) {
        return keys.stream().anyMatch(key -> !key.column() && key.uses(column))
                || where.filter(condition -> condition.bareNames().contains(column))
                        .isPresent();
    }

    /** The columns that no two rows share, if the index says so of whole rows of plain columns. */
    Optional<Set<String>> uniqueColumns() {
        boolean key = unique && where.isEmpty() && keys.stream().allMatch(IndexKey::column);
        return key ? Optional.of(keyColumns().collect(Collectors.toSet())) : Optional.empty();
    }

    /** Whether no two rows are the same in its columns. */
    public boolean isUniqueOverColumns() {
        return uniqueColumns().isPresent();
    }

    /** The names of the keys that are plain columns. */
    public Stream<String> keyColumns() {
        return keys.stream().filter(IndexKey::column).flatMap(key -> key.expression().bareNames().stream());
    }

    @Override
    public void check(Database database) {
        if (database.get(on) instanceof Table table) {
            keyColumns().forEach(table::column);
            included.forEach(table::column);
            table.columns().stream().filter(Column::isVirtual).forEach(this::refuse);
            table.facets().values().forEach(facet -> facet.check(table, this));
        }
    }

    private void refuse(Column virtual) {
        if (uses(virtual.name())) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " uses column \"" + virtual.name() + "\" of " + on
                            + ", which is virtual; PostgreSQL indexes only what is stored. Generate the column stored, or index its"
                            + " expression.");
        }
    }

    /** Looks for what the server would refuse about making or removing this index while the relation is used. */
    public void checkConcurrently(Database database) {
        if (database.get(on) instanceof Table table) {
            table.facets().values().forEach(facet -> facet.checkConcurrently(table, this));
        }
    }

    @Override
    public Index named(QualifiedName other) {
        return new Index(other, on, unique, method, keys, included, where);
    }

    @Override
    public Index copy(UnaryOperator<QualifiedName> scratch, Database database) {
        ObjectId<?> table = on.named(scratch.apply(on.name()));
        return new Index(scratch.apply(name), table, unique, method, keys, included, where);
    }

    @Override
    public Index inWordsOf(SchemaObject copy) {
        Index printed = (Index) copy;
        List<IndexKey> reworded = IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).inWordsOf(printed.keys.get(i)))
                .toList();
        return new Index(name, on, unique, method, reworded, included, where.flatMap(condition -> printed.where));
    }

    @Override
    public Index following(Rename rename) {
        ObjectId<?> followed = rename.newId(on).orElse(on);
        return new Index(
                name.inSchema(followed.name().schema()),
                followed,
                unique,
                method,
                keys.stream().map(key -> key.following(on, rename)).toList(),
                included.stream().map(column -> rename.followColumn(on, column)).toList(),
                where.map(condition -> rename.follow(on, condition)));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(definition("index"), LockMode.SHARE, Hazard.BUILDS_INDEX));
    }

    /** The statement, with {@code index} or {@code index concurrently} where these words stand. */
    public Sql definition(String words) {
        Sql head = Sql.of(
                (unique ? "create unique " : "create ") + words + " {} on {}", Identifier.of(name.name()), on.name());
        Sql using = method.equals("btree") ? head : head.then(Sql.of(" using {}", Identifier.of(method)));
        Sql keyed = using.then(Sql.of(" ({})", Sql.join(", ", keys)));
        Sql covering = included.isEmpty() ? keyed : keyed.then(Sql.of(" include ({})", Sql.names(included)));
        return where.map(condition -> covering.then(Sql.of(" where {}", condition)))
                .orElse(covering);
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter index {} rename to {}", name, to.simple()), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }
}
