package dev.varve.testing;

import static dev.varve.dsl.Postgres.table;

import dev.varve.dsl.PlainTable;
import dev.varve.model.Column;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import java.util.List;

/** What moves ask of the tables and columns that were drawn. */
final class Drawn {

    private Drawn() {}

    static PlainTable named(Table table) {
        return table(table.name().name()).inSchema(table.name().schema());
    }

    static String quoted(Column column) {
        return Identifier.of(column.name()).sql();
    }

    static boolean isNumber(Column column) {
        return List.of("integer", "bigint", "numeric")
                        .contains(column.type().name().name())
                && !column.type().array()
                && column.type().userDefined().isEmpty();
    }

    static boolean isText(Column column) {
        return List.of("text", "varchar").contains(column.type().name().name())
                && !column.type().array();
    }

    static boolean isComparable(Column column) {
        return isNumber(column) || isText(column);
    }
}
