package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A relation that is a query over others: how it finds what it needs, and how it follows renames. */
public interface Queried extends SchemaMember, Reworded {

    /** The query that it shows. */
    Query query();

    /** The query as it is sent to the server. */
    default Query runnable(Database database) {
        return query();
    }

    /** The same relation with another query. */
    Queried querying(Query other);

    /** What its columns are called beside what the query says. */
    default ColumnNames columns() {
        return ColumnNames.ofQuery();
    }

    /**
     * The same relation with its columns called something else.
     *
     * @throws RefusedException if that cannot be
     */
    default Queried calling(ColumnNames others) {
        throw new RefusedException(
                id(), "The columns of " + id() + " are called as its query says; give it another query.");
    }

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(query().qualifiedNames()));
        required.remove(id());
        return required;
    }

    @Override
    default void check(Database database) {
        columns().check(id());
        if (query().selectsAll()) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " selects \"*\". PostgreSQL fixes the list of columns when the " + id().kind()
                            + " is made; name them, so that the query still says the same when a column comes or goes.");
        }
    }

    /** Which of its relations an unqualified name belongs to cannot be told from the text. */
    @Override
    default boolean leansOn(ObjectId<?> relation, String column) {
        return query().mentions(column);
    }

    /** A plain view prints the query as every relation of that query would. */
    @Override
    default Reworded copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new View(scratch.apply(name()), runnable(database));
    }

    @Override
    default SchemaObject inWordsOf(SchemaObject copy) {
        return querying(((View) copy).query());
    }

    @Override
    default LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    default Set<Slot> slots() {
        return Set.of(Slot.relation(name()), Slot.type(name()));
    }

    /**
     * The query after a rename. Objects are followed where they are named with their schema. A column is not followed: which
     * table an unqualified name belongs to cannot be told for certain from the text.
     *
     * @throws RefusedException if the query may name the column, or names the object without its schema
     */
    default Query followed(Rename rename) {
        return new OwnQuery(id(), query()).following(rename);
    }

    /** What its columns are called after a rename. */
    default ColumnNames followedColumns(Rename rename) {
        boolean own =
                rename instanceof Rename.OfColumn column && column.relation().equals(id());
        return own ? columns().renaming(((Rename.OfColumn) rename).from(), ((Rename.OfColumn) rename).to()) : columns();
    }

    /**
     * Looks for a column of its own.
     *
     * @throws RefusedException if there surely is none
     */
    default void checkColumn(String column) {
        boolean known = columns().contains(column)
                || query().mentions(column) && !columns().hides(column);
        if (!known) {
            throw new RefusedException(id(), "There is no column \"" + column + "\" of " + id() + ".");
        }
    }

    @Override
    default Optional<Grantable> grantable() {
        return Optional.of(Grantable.TABLE);
    }

    @Override
    default Sql granted() {
        return Sql.of("table {}", name());
    }
}
