package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Set;

/** A rule that every row of a table keeps. */
public sealed interface Constraint {

    /** The name, which no other constraint of the table has. */
    String name();

    /** Whether the constraint leans on that column. */
    boolean uses(String column);

    /** The definition without its name. */
    Sql definition();

    /** Whether PostgreSQL keeps an index of the same name for it. */
    default boolean hasIndex() {
        return false;
    }

    /** The same constraint under another name. */
    Constraint named(String other);

    /** This constraint of a table after a rename. */
    Constraint following(ObjectId<?> table, Rename rename);

    /** The definition with its name, as {@code create table} and {@code add constraint} take it. */
    default Sql clause() {
        return Sql.of("constraint {} {}", Identifier.of(name()), definition());
    }

    /** The columns that name a row. */
    record PrimaryKey(String name, List<String> columns) implements Constraint {

        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean uses(String column) {
            return columns.contains(column);
        }

        @Override
        public Sql definition() {
            return Sql.of("primary key ({})", Sql.names(columns));
        }

        @Override
        public boolean hasIndex() {
            return true;
        }

        @Override
        public PrimaryKey named(String other) {
            return new PrimaryKey(other, columns);
        }

        @Override
        public PrimaryKey following(ObjectId<?> table, Rename rename) {
            return new PrimaryKey(name, followed(table, columns, rename));
        }
    }

    /** Columns whose values no two rows share. */
    record Unique(String name, List<String> columns) implements Constraint {

        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean uses(String column) {
            return columns.contains(column);
        }

        @Override
        public Sql definition() {
            return Sql.of("unique ({})", Sql.names(columns));
        }

        @Override
        public boolean hasIndex() {
            return true;
        }

        @Override
        public Unique named(String other) {
            return new Unique(other, columns);
        }

        @Override
        public Unique following(ObjectId<?> table, Rename rename) {
            return new Unique(name, followed(table, columns, rename));
        }
    }

    /** A condition on the values of one row. */
    record Check(String name, Expression condition) implements Constraint {

        @Override
        public boolean uses(String column) {
            return condition.bareNames().contains(column);
        }

        @Override
        public Sql definition() {
            return Sql.of("check ({})", condition);
        }

        @Override
        public Check named(String other) {
            return new Check(other, condition);
        }

        @Override
        public Check following(ObjectId<?> table, Rename rename) {
            return new Check(name, rename.follow(table, condition));
        }
    }

    /** Columns whose values are a key of another table's row. */
    record ForeignKey(
            String name,
            List<String> columns,
            ObjectId<Table> target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral)
            implements Constraint {

        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        @Override
        public boolean uses(String column) {
            return columns.contains(column);
        }

        @Override
        public Sql definition() {
            Sql key = Sql.of(
                    "foreign key ({}) references {} ({})", Sql.names(columns), target.name(), Sql.names(targetColumns));
            return key.then(Sql.raw(onDelete.clause("delete") + onUpdate.clause("update") + deferral.clause()));
        }

        @Override
        public ForeignKey named(String other) {
            return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, deferral);
        }

        /** The same key with another action when the referenced row is deleted. */
        public ForeignKey onDelete(ReferentialAction action) {
            return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, deferral);
        }

        /** The same key with another action when the referenced key changes. */
        public ForeignKey onUpdate(ReferentialAction action) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, action, deferral);
        }

        /** The same key, checked at another time. */
        public ForeignKey deferring(Deferral other) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, other);
        }

        @Override
        public ForeignKey following(ObjectId<?> table, Rename rename) {
            return new ForeignKey(
                    name,
                    followed(table, columns, rename),
                    rename.follow(target),
                    followed(target, targetColumns, rename),
                    onDelete,
                    onUpdate,
                    deferral);
        }

        /** The indexes that a referenced key can lean on, as sets of columns. */
        boolean isKeyOf(Set<Set<String>> keys) {
            return keys.contains(Set.copyOf(targetColumns));
        }
    }

    private static List<String> followed(ObjectId<?> table, List<String> columns, Rename rename) {
        return columns.stream()
                .map(column -> rename.followColumn(table, column))
                .toList();
    }
}
