package dev.varve.dsl;

import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** What a column adds to its table beside itself. */
interface ColumnClause<T> {

    /** The clause of the table, once the column has a name. */
    TableClause ofColumn(String name, Class<T> javaType);

    record Checked<T>(Function<Field<T>, Condition> condition) implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            Expression text = JooqText.of(condition.apply(DSL.field(DSL.name(name), javaType)));
            return new TableClause.Check(List.of(name), text);
        }
    }

    record CheckedByText<T>(Expression condition) implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.Check(List.of(name), condition);
        }
    }

    record Unique<T>() implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.Unique(List.of(name));
        }
    }

    record PrimaryKey<T>() implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.PrimaryKey(List.of(name));
        }
    }

    record References<T>(Reference reference) implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.ForeignKey(List.of(name), reference);
        }
    }

    /** A reference to a column of another model. */
    record ReferencesModel<T>(Reference reference, TableField<?, T> target) implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.ForeignKey(List.of(name), reference);
        }
    }

    /** Nothing that the table would know. */
    record Inexact<T>() implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause() {};
        }
    }

    record Commented<T>(String text) implements ColumnClause<T> {

        @Override
        public TableClause ofColumn(String name, Class<T> javaType) {
            return new TableClause.ColumnComment(name, text);
        }
    }
}
