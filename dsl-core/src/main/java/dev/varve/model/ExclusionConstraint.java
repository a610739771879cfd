package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Elements of which at least one differs between any two rows, each compared by an operator of its own.
 *
 * @param method the access method of its index, such as {@code gist}
 * @param included columns that its index holds without their being compared
 * @param where the condition of the rows that are compared; all rows if empty
 * @param storage how and where its index is kept
 */
public record ExclusionConstraint(
        String name,
        String method,
        List<Excluded> elements,
        List<String> included,
        Optional<Expression> where,
        Deferral deferral,
        Storage storage)
        implements Constraint {

    public ExclusionConstraint {
        elements = List.copyOf(elements);
        included = List.copyOf(included);
    }

    /** An exclusion of all rows that is checked at once. */
    public ExclusionConstraint(String name, String method, List<Excluded> elements) {
        this(name, method, elements, List.of(), Optional.empty(), Deferral.NOT_DEFERRABLE, Storage.usual());
    }

    @Override
    public Stream<String> columns() {
        Stream<String> keys = elements.stream()
                .map(Excluded::key)
                .filter(IndexKey::column)
                .flatMap(key -> key.expression().bareNames().stream());
        return Stream.concat(keys, included.stream());
    }

    @Override
    public Stream<Expression> expressions() {
        Stream<Expression> keys = elements.stream()
                .map(Excluded::key)
                .filter(key -> !key.column())
                .map(IndexKey::expression);
        return Stream.concat(keys, where.stream());
    }

    @Override
    public boolean hasIndex() {
        return true;
    }

    @Override
    public Sql definition() {
        Sql head = Sql.of("exclude using {} ({})", Identifier.of(method), Sql.join(", ", elements));
        Sql covering = included.isEmpty() ? head : head.then(Sql.of(" include ({})", Sql.names(included)));
        Sql stored = covering.then(storage.indexClauses());
        return where.map(condition -> stored.then(Sql.of(" where ({})", condition)))
                .orElse(stored)
                .then(Sql.raw(deferral.clause()));
    }

    @Override
    public ExclusionConstraint named(String other) {
        return new ExclusionConstraint(other, method, elements, included, where, deferral, storage);
    }

    /** The same exclusion with other columns in its index. */
    public ExclusionConstraint including(List<String> others) {
        return new ExclusionConstraint(name, method, elements, others, where, deferral, storage);
    }

    /** The same exclusion of the rows that meet a condition. */
    public ExclusionConstraint where(Expression condition) {
        return new ExclusionConstraint(name, method, elements, included, Optional.of(condition), deferral, storage);
    }

    @Override
    public ExclusionConstraint stored(Storage other) {
        return new ExclusionConstraint(name, method, elements, included, where, deferral, other);
    }

    /** The same exclusion of rows that are compared by other elements. */
    public ExclusionConstraint comparing(List<Excluded> others) {
        return new ExclusionConstraint(name, method, others, included, where, deferral, storage);
    }

    @Override
    public ExclusionConstraint deferring(Deferral other) {
        return new ExclusionConstraint(name, method, elements, included, where, other, storage);
    }

    @Override
    public ExclusionConstraint following(ObjectId<?> table, Rename rename) {
        return new ExclusionConstraint(
                name,
                method,
                elements.stream()
                        .map(element -> element.following(table, rename))
                        .toList(),
                rename.followColumns(table, included),
                where.map(condition -> rename.follow(table, condition)),
                deferral,
                storage);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Constraint.super.requires(database));
        for (Excluded element : elements) {
            required.addAll(element.operator().requires(database));
            required.addAll(element.key().requiredSchemas());
            required.addAll(database.named(element.key().qualifiedNames()));
        }
        return required;
    }
}
