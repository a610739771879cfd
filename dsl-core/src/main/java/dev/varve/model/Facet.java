package dev.varve.model;

import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fact attached to a table that a module knows about, such as that it is a hypertable. Core asks it no more than this. */
public interface Facet {

    /** The columns that the fact leans on, which therefore cannot be dropped. */
    Set<String> columns();

    /** This fact about a table after a rename. */
    Facet following(ObjectId<?> table, Rename rename);

    /** Whether it has texts that PostgreSQL prints in its own words. */
    default boolean isReworded() {
        return false;
    }

    /** The part of {@code create table} that makes it true of a new table, if there is one. */
    default Optional<TablePart> part(Table table, Database database) {
        return Optional.empty();
    }

    /** The statements that make it true of a table that has just been created without it. */
    default List<Statement> creation(Table table, Database database) {
        return List.of();
    }

    /**
     * The statements that make it true of a table about which something else of the kind was true, or nothing.
     *
     * @throws RefusedException if PostgreSQL has none
     */
    default List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        throw new RefusedException(table.id(), "PostgreSQL cannot change that of " + table.id() + ".");
    }

    /**
     * The statements that make it untrue of a table.
     *
     * @throws RefusedException if PostgreSQL has none
     */
    default List<Statement> removal(Table table, Database database) {
        throw new RefusedException(table.id(), "PostgreSQL cannot change that of " + table.id() + ".");
    }

    /** The facts that a server shows beside this one only because of it, and that are therefore not read. */
    default Set<Class<? extends Facet>> implied() {
        return Set.of();
    }

    /** What must exist before this can be true of a table. */
    default Set<ObjectId<?>> requires(Database database) {
        return Set.of();
    }

    /**
     * Looks for what the server would refuse about the table now that this is a fact about it.
     *
     * @throws RefusedException if there is something
     */
    default void check(Table table, Database database) {}

    /** Looks for what the server would refuse about an index of the table. */
    default void check(Table table, Index index) {}

    /** Looks for what the server would refuse about a trigger of the table. */
    default void check(Table table, Trigger trigger, Database database) {}

    /** Looks for what the server would refuse about a rule of the table. */
    default void check(Table table, Rule rule) {}

    /** Looks for what the server would refuse about adding a constraint to the table, beyond what it refuses in a new table. */
    default void checkAddition(Table table, Constraint constraint, Database database) {}

    /** Looks for what the server would refuse about removing a constraint of the table. */
    default void checkRemoval(Table table, Constraint constraint, Database database) {}

    /** Looks for what the server would refuse about validating a constraint of the table. */
    default void checkValidation(Table table, Constraint constraint) {}

    /** Looks for what the server would refuse about altering a constraint of the table. */
    default void checkAlteration(Table table, Constraint constraint) {}

    /** Looks for what the server would refuse about making or removing an index while the table is read and written. */
    default void checkConcurrently(Table table, Index index) {}

    /** Looks for what the server would refuse about making an index that of a constraint. */
    default void checkUsingIndex(Table table, Index index) {}

    /** Looks for what the server would refuse about a foreign key that references the table. */
    default void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {}

    /** Looks for what the server would refuse about adding a column to the table, beyond what it refuses in a new table. */
    default void checkAddition(Table table, Column column, Database database) {}

    /** Looks for what the server would refuse about changing a property of a column of the table. */
    default void checkChange(Table table, String column, ColumnProperty property) {}

    /** Looks for what the server would refuse about making another column of one of the table. */
    default void checkChange(Table table, Column old, Column next) {}

    /** The statements that make the fact true again of a table of which a column has just been renamed. */
    default List<Statement> afterRename(Table table, Database database) {
        return List.of();
    }

    /** The statements that change a column of the table, with what has to stand around them on account of the fact. */
    default List<Statement> around(ColumnChange change, List<Statement> statements, Database database) {
        return statements;
    }

    /**
     * What of it can be said of a new table before what it requires is there, where that and the table need each other; empty if nothing
     * can.
     */
    default Optional<Facet> least() {
        return Optional.of(this);
    }
}
