package dev.varve.testing;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.SET_NULL;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.noDefault;
import static dev.varve.dsl.Postgres.notNull;
import static dev.varve.dsl.Postgres.nullable;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.Postgres;
import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.Domain;
import dev.varve.model.EnumType;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import java.util.List;

/** What somebody may do to the tables of a schema. */
final class TableMoves {

    private TableMoves() {}

    static void createFirst(Changes changes, Draw draw) {
        changes.create(schema("shop"));
        createTable("shop", changes, draw);
    }

    static void createTable(Changes changes, Draw draw) {
        createTable(draw.schema(), changes, draw);
    }

    private static void createTable(String schema, Changes changes, Draw draw) {
        PlainTable table = table(draw.of("orders", "items", "Sales", "limit"))
                .inSchema(schema)
                .column(
                        "id",
                        draw.oneIn(2)
                                ? bigint().identity().primaryKey()
                                : integer().primaryKey());
        changes.create(withColumns(table, draw));
    }

    static void addColumn(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table)).addColumn(draw.name(), valued(column(draw), draw));
    }

    static void addComputedColumn(Changes changes, Draw draw) {
        Table table = draw.table();
        String from = Drawn.quoted(draw.column(table, Drawn::isNumber));
        changes.alter(Drawn.named(table)).addColumn(draw.name(), bigint().generatedAs(sql(from + " * 2")));
    }

    static void dropColumn(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table))
                .dropColumn(draw.column(table, column -> true).name());
    }

    static void renameColumn(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table))
                .renameColumn(draw.column(table, column -> true).name(), draw.name());
    }

    static void alterType(Changes changes, Draw draw) {
        Table table = draw.table();
        boolean isText = draw.oneIn(2);
        ColumnSpec<?> other =
                isText ? draw.of(text(), varchar(40), varchar()) : draw.of(bigint(), numeric(12, 2), integer());
        Column column = draw.column(
                table,
                one -> (isText ? Drawn.isText(one) : Drawn.isNumber(one))
                        && !one.type().equals(other.type()));
        var alteration = changes.alter(Drawn.named(table)).alterColumn(column.name(), type(other));
        if (draw.oneIn(2)) {
            alteration.cascadeRecreate();
        }
    }

    static void setDefault(Changes changes, Draw draw) {
        Table table = draw.table();
        boolean isText = draw.oneIn(2);
        Column column = draw.column(table, isText ? Drawn::isText : Drawn::isNumber);
        changes.alter(Drawn.named(table))
                .alterColumn(
                        column.name(),
                        Postgres.defaultTo(isText ? sql("lower('It''s')") : sql(draw.of("-1", "7 + 1", "0"))));
    }

    static void dropDefault(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table))
                .alterColumn(draw.column(table, c -> c.value().isPresent()).name(), noDefault());
    }

    static void changeNullability(Changes changes, Draw draw) {
        Table table = draw.table();
        Column column = draw.column(table, c -> true);
        changes.alter(Drawn.named(table)).alterColumn(column.name(), column.notNull() ? nullable() : notNull());
    }

    static void addCheck(Changes changes, Draw draw) {
        Table table = draw.table();
        boolean isText = draw.oneIn(2);
        String column = Drawn.quoted(draw.column(table, isText ? Drawn::isText : Drawn::isNumber));
        String condition = isText
                ? draw.of("%s <> ''", "%s in ('a', 'b')", "length(%s) < 9", "%s like 'x%%' or %s is null")
                : draw.of("%s > 0", "%s between 1 and 9", "not %s = 3", "%s in (1, 2)");
        changes.alter(Drawn.named(table))
                .addCheck("ck_" + draw.name(), condition.replace("%s", column).replace("%%", "%"));
    }

    static void addUnique(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table))
                .addUnique(draw.column(
                                table,
                                other -> Drawn.isComparable(other)
                                        && !other.name().equals("id"))
                        .name());
    }

    static void addForeignKey(Changes changes, Draw draw) {
        Table table = draw.table();
        Table other = draw.table();
        String column = draw.column(table, Drawn::isNumber).name();
        var added = changes.alter(Drawn.named(table)).addForeignKey(column, reference(Drawn.named(other), "id"));
        added.onDelete(draw.of(CASCADE, SET_NULL));
    }

    static void dropConstraint(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table)).dropConstraint(constraint(table, draw).name());
    }

    static void renameConstraint(Changes changes, Draw draw) {
        Table table = draw.table();
        changes.alter(Drawn.named(table))
                .renameConstraint(constraint(table, draw).name(), "renamed_" + draw.name());
    }

    static void addIndex(Changes changes, Draw draw) {
        Table table = draw.table();
        Column column = draw.column(table, Drawn::isComparable);
        Column number = draw.column(table, Drawn::isNumber);
        changes.alter(Drawn.named(table))
                .addIndex(draw.of(
                        on(column.name()),
                        on(desc(column.name())).unique(),
                        on(column.name(), number.name()).where(Drawn.quoted(number) + " > 0"),
                        on(key(sql("abs(" + Drawn.quoted(number) + ")"))).named("by_" + draw.name())));
    }

    static void useType(Changes changes, Draw draw) {
        Table table = draw.table();
        if (draw.oneIn(2)) {
            EnumType type = draw.one(EnumType.class);
            var side = enumType(type.name().name()).inSchema(type.name().schema());
            changes.alter(Drawn.named(table))
                    .addColumn(
                            draw.name(),
                            dev.varve.dsl.Types.enumerated(side)
                                    .defaultTo(type.values().get(0)));
        } else {
            Domain type = draw.one(Domain.class);
            var amount = domain(type.name().name(), numeric(12, 2))
                    .inSchema(type.name().schema());
            changes.alter(Drawn.named(table)).addColumn(draw.name(), amount.column());
        }
    }

    static void useSequence(Changes changes, Draw draw) {
        Sequence sequence = draw.one(Sequence.class);
        Table table = draw.table();
        String next = "nextval('" + sequence.name().sql().replace("'", "''") + "'::regclass)";
        changes.alter(Drawn.named(table))
                .alterColumn(draw.column(table, Drawn::isNumber).name(), Postgres.defaultTo(sql(next)));
    }

    static void parameters(Changes changes, Draw draw) {
        changes.alter(Drawn.named(draw.table())).storageParameters(java.util.Map.of("fillfactor", draw.of("70", "80")));
    }

    private static Constraint constraint(Table table, Draw draw) {
        return draw.of(List.copyOf(table.constraints().values()));
    }

    private static PlainTable withColumns(PlainTable table, Draw draw) {
        PlainTable result = table.column("price", numeric(12, 2).notNull()).column("note", text());
        for (String name : List.of("day", "qty")) {
            result = draw.oneIn(2) ? result.column(name, valued(column(draw), draw)) : result;
        }
        return result;
    }

    private static ColumnSpec<?> column(Draw draw) {
        return draw.of(
                integer(),
                integer().notNull().defaultTo(sql("1 + 1")),
                bigint().defaultTo(7L),
                text().collate("C"),
                varchar(20).defaultTo("it's"),
                numeric(12, 2).defaultTo(java.math.BigDecimal.ONE),
                bool().defaultTo(true),
                date().defaultTo(sql("current_date")),
                timestamptz().defaultTo(sql("now()")),
                uuid(),
                jsonb().defaultTo(sql("'{}'::jsonb")),
                arrayOf(text()));
    }

    private static ColumnSpec<?> valued(ColumnSpec<?> column, Draw draw) {
        return draw.oneIn(8) ? column.unique() : column;
    }
}
