package dev.varve.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Referenced;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Schemas of a few tables, and what leads from one to another, in words. */
final class SmallSchemas {

    private SmallSchemas() {}

    static QualifiedName name(String name) {
        return QualifiedName.of("public", name);
    }

    static Column column(String name, String type) {
        return Column.of(name, TypeName.of(type));
    }

    static Table table(String name, Column... columns) {
        return Table.of(name(name), List.of(columns)).plus(new PrimaryKeyConstraint("pk_" + name, List.of("id")));
    }

    static Table referencing(Table table, String column, String target) {
        return table.plus(new ForeignKeyConstraint(
                "fk_" + table.name().name(), List.of(column), Referenced.of(Table.id(name(target)), List.of("id"))));
    }

    static Database holding(SchemaObject... objects) {
        return Database.holding(Database.empty().environment(), List.of(objects));
    }

    static List<String> words(Difference difference) {
        assertThat(difference.obstacles()).isEmpty();
        return difference.operations().stream().map(Operation::description).toList();
    }

    static Index index(String name) {
        return index(name, table("orders"), IndexKey.column("account"));
    }

    static Index index(String name, Table table, IndexKey key) {
        return new Index(name(name), table.id(), false, "btree", List.of(key), List.of(), Optional.empty());
    }

    static Table defaulting(String expression) {
        ColumnValue value = new ColumnValue.Default(new Expression(expression));
        return Table.of(name("orders"), List.of(column("side", "public.side").valued(Optional.of(value))));
    }

    static Table computing(String expression) {
        ColumnValue computed = new ColumnValue.Generated(new Expression(expression), false);
        return Table.of(
                name("items"),
                List.of(column("net", "integer"), column("gross", "integer").valued(Optional.of(computed))));
    }
}
