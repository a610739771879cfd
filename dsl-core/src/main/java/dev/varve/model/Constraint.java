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
import java.util.Set;
import java.util.stream.Stream;

/** A rule that every row of a table keeps. */
public sealed interface Constraint
        permits KeyConstraint, CheckConstraint, ForeignKeyConstraint, ExclusionConstraint, NotNullConstraint {

    /** The name, which no other constraint of the table has. */
    String name();

    /** The columns that the constraint names, outside of expressions. */
    Stream<String> columns();

    /** The expressions over the columns of the table that it holds. */
    default Stream<Expression> expressions() {
        return Stream.empty();
    }

    /** Whether the constraint leans on that column. */
    default boolean uses(String column) {
        return columns().anyMatch(column::equals) || computesWith(column);
    }

    /** Whether the constraint has an expression over that column. */
    default boolean computesWith(String column) {
        return expressions().anyMatch(expression -> expression.bareNames().contains(column));
    }

    /** The columns that are never null because of it. */
    default List<String> notNull() {
        return List.of();
    }

    /** The definition without its name. */
    Sql definition();

    /** Whether PostgreSQL keeps an index of the same name for it. */
    default boolean hasIndex() {
        return false;
    }

    /** For which rows it is seen to. */
    default Enforcement enforcement() {
        return Enforcement.ENFORCED;
    }

    /** When it is checked. */
    default Deferral deferral() {
        return Deferral.NOT_DEFERRABLE;
    }

    /** Whether tables that inherit from this one have it too. */
    default boolean inherited() {
        return false;
    }

    /** How and where its index is kept, if it has one. */
    default Storage storage() {
        return Storage.usual();
    }

    /**
     * The same constraint, whose index is kept in another way or elsewhere.
     *
     * @throws IllegalArgumentException if it is of a kind that has no index
     */
    default Constraint stored(Storage other) {
        throw cannot("has no index; a key or an exclusion has");
    }

    /**
     * The same constraint, seen to for other rows.
     *
     * @throws IllegalArgumentException if it is of a kind that always is
     */
    default Constraint enforcing(Enforcement other) {
        throw cannot("is always enforced; a check, a foreign key or a not-null constraint can be not valid");
    }

    /**
     * The same constraint, checked at another time.
     *
     * @throws IllegalArgumentException if it is of a kind that is checked at once
     */
    default Constraint deferring(Deferral other) {
        throw cannot("cannot be deferred; a key, a foreign key or an exclusion can");
    }

    /**
     * The same constraint, which tables that inherit from this one have too or not.
     *
     * @throws IllegalArgumentException if it is of a kind that is never inherited
     */
    default Constraint inheriting(boolean inherited) {
        throw cannot("is never inherited; a check or a not-null constraint can be");
    }

    private IllegalArgumentException cannot(String why) {
        return new IllegalArgumentException("Constraint \"" + name() + "\" " + why + '.');
    }

    /** The same constraint under another name. */
    Constraint named(String other);

    /** This constraint of a table after a rename. */
    Constraint following(ObjectId<?> table, Rename rename);

    /** What must exist before this constraint can. */
    default Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>();
        expressions().forEach(expression -> mentioned.addAll(expression.qualifiedNames()));
        return database.named(mentioned);
    }

    /**
     * Looks for what PostgreSQL would refuse about this constraint of a table in that database.
     *
     * @throws RefusedException if there is something
     */
    default void check(Table table, Database database) {
        Stream<String> computed = expressions()
                .flatMap(expression -> expression.columns().stream())
                .filter(column -> !column.equals(table.name().name())); // the whole row is called as the table
        Stream.concat(columns(), computed).forEach(table::column);
        if (hasIndex() && name().equals(table.name().name())) {
            throw new ConstraintRefusal(this, table)
                    .because("has an index, which cannot be called as the table is. Choose another name");
        }
        if (enforcement() == Enforcement.NOT_ENFORCED) {
            new ConstraintRefusal(this, table).before18(database, "not enforced");
        }
    }

    /** Whether PostgreSQL may take it for the same as another one, as far as that can be told without a server. */
    default boolean mayBe(Constraint other) {
        return equals(other);
    }

    /** The definition with its name, as {@code create table} and {@code add constraint} take it. */
    default Sql clause() {
        return Sql.of("constraint {} {}", Identifier.of(name()), definition());
    }

    /** The statement that adds it to a table. */
    default Statement addition(ObjectId<Table> table) {
        Sql sql = Sql.of("alter table {} add {}", table.name(), clause());
        if (hasIndex()) {
            return Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.BUILDS_INDEX);
        }
        return enforcement() == Enforcement.ENFORCED
                ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.SCANS_TABLE)
                : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE);
    }
}
