package dev.varve.dsl;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One clause of a table's definition. A module adds its own words as clauses. */
public interface TableClause {

    /** The table with what the clause says of the table itself. */
    default Table addTo(Table table, NamingConvention naming) {
        return table;
    }

    /** What has to be made once the table is there. */
    default List<Operation> afterwards(Table table, NamingConvention naming) {
        return List.of();
    }

    /** For a clause that can be given only once: what it says, in words of the form {@code primary key (id)}. */
    default Optional<String> once() {
        return Optional.empty();
    }

    /** Whether both are about the same, so that there cannot be both if it can be given only once. */
    default boolean isAboutSameAs(TableClause other) {
        return getClass() == other.getClass();
    }

    /** A fact about the table. */
    record Fact(Facet facet) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.with(facet);
        }
    }

    /** A column at the end. */
    record ColumnClauseOfTable(String name, ColumnSpec<?> spec) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            Table with = table.plus(spec.column(name));
            for (TableClause clause : spec.tableClauses(name)) {
                with = clause.addTo(with, naming);
            }
            return with;
        }

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            List<Operation> operations = new ArrayList<>();
            spec.tableClauses(name).forEach(clause -> operations.addAll(clause.afterwards(table, naming)));
            return operations;
        }
    }

    /** The primary key. */
    record PrimaryKey(KeySpec key) implements TableClause {

        PrimaryKey(List<String> columns) {
            this(KeySpec.of(columns));
        }

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(key.primaryKey(table.name(), naming));
        }

        @Override
        public Optional<String> once() {
            return Optional.of("primary key " + key.columns());
        }
    }

    /** A unique constraint. */
    record Unique(KeySpec key) implements TableClause {

        Unique(List<String> columns) {
            this(KeySpec.of(columns));
        }

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(key.unique(table.name(), naming));
        }
    }

    /** An exclusion constraint. */
    record Exclusion(ExclusionSpec exclusion) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(exclusion.exclusion(table.name(), naming));
        }
    }

    /** A check that nobody named. */
    record Check(List<String> parts, Expression condition) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(new CheckConstraint(freeName(table, naming), condition));
        }

        /** The second check of a column is told from the first by a number. */
        private String freeName(Table table, NamingConvention naming) {
            List<String> words = new ArrayList<>(parts);
            String name = naming.shortName(NamingConvention.Kind.CHECK, table.name(), words);
            for (int i = 2; table.constraints().containsKey(name); i++) {
                List<String> numbered = new ArrayList<>(words);
                numbered.add(String.valueOf(i));
                name = naming.shortName(NamingConvention.Kind.CHECK, table.name(), numbered);
            }
            return name;
        }
    }

    /** A constraint that has its name. */
    record NamedConstraint(Constraint constraint) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(constraint);
        }
    }

    /** A foreign key. */
    record ForeignKey(List<String> columns, Reference reference) implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.plus(reference.from(columns, table.name(), naming));
        }
    }

    /** An index. */
    record Indexed(IndexSpec index) implements TableClause {

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            return List.of(index.operation(table.id(), naming));
        }
    }

    /** An object that the table owns and of which it has one at most. */
    record Owned(Function<ObjectId<Table>, SchemaObject> object) implements TableClause {

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            return List.of(new PutObject(object.apply(table.id())));
        }
    }

    /** What the table is for. */
    record TableComment(String text) implements TableClause {

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            return List.of(new CreateObject(new Comment(table.id(), "", text)));
        }

        @Override
        public Optional<String> once() {
            return Optional.of("comment '" + text + "'");
        }
    }

    /** What a column is for. */
    record ColumnComment(String column, String text) implements TableClause {

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            return List.of(new CreateObject(new Comment(table.id(), column, text)));
        }
    }

    /** The columns {@code created_at} and {@code updated_at}, and what keeps them. */
    record Timestamps() implements TableClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            ColumnSpec<?> now = Types.timestamptz().notNull().defaultTo(new Expression("now()"));
            Column created = now.column("created_at");
            return table.plus(created).plus(created.named("updated_at"));
        }

        @Override
        public List<Operation> afterwards(Table table, NamingConvention naming) {
            return TouchOnUpdate.of(table.name(), "updated_at").operations();
        }

        @Override
        public Optional<String> once() {
            return Optional.of("timestamps");
        }
    }
}
