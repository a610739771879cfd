package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlterColumnTypeTest {

    private static OperationLaws laws(String column, String type) {
        return OperationLaws.of(new AlterColumnType(ORDERS.id(), column, TypeName.of(type), Optional.empty()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    private static OperationLaws laws(Column column, String type) {
        return OperationLaws.of(
                        new AlterColumnType(table("t").id(), column.name(), TypeName.of(type), Optional.empty()))
                .given(SCHEMA, table("t", column));
    }

    @Test
    void its_sql_casts_if_it_is_told_how() {
        assertThat(new AlterColumnType(
                                ORDERS.id(), "note", TypeName.of("bigint"), Optional.of(new Expression("note::bigint")))
                        .statements(Database.empty()
                                .plus(SCHEMA)
                                .plus(SIDE)
                                .plus(INSTRUMENTS)
                                .plus(ORDERS)))
                .hasToString("[alter table trading.orders alter column note type bigint using note::bigint]");
    }

    @Test
    void a_longer_text() {
        laws("note", "varchar(200)").hold();
        laws("status", "text").hold();
        laws("status", "varchar(20)").hold();
    }

    @Test
    void a_greater_number() {
        laws(column("n", "integer"), "bigint").hold();
        laws(defaulted("n", "integer", "7"), "bigint").hold();
        laws(defaulted("n", "numeric(10, 2)", "0"), "numeric(20, 8)").hold();
        laws(identity("n", "integer", true), "bigint").hold();
    }

    @Test
    void a_column_with_a_check_and_an_index_that_are_printed_anew() {
        Table table = table("t", column("n", "integer"), defaulted("s", "varchar(10)", "'x'"))
                .plus(check("ck", "n > 0 and s in ('x', 'y')"));
        Index index = new Index(
                name("ix"),
                table.id(),
                false,
                "btree",
                List.of(keyOf("lower(s)"), IndexKey.column("s")),
                List.of(),
                Optional.of(new Expression("s <> 'z'")));
        OperationLaws.of(new AlterColumnType(table.id(), "s", TypeName.of("text"), Optional.empty()))
                .given(SCHEMA, table, index)
                .hold();
        OperationLaws.of(new AlterColumnType(table.id(), "n", TypeName.of("numeric(18, 8)"), Optional.empty()))
                .given(SCHEMA, table, index)
                .hold();
    }

    @Test
    void a_text_that_becomes_an_enum() {
        OperationLaws.of(new AlterColumnType(
                        ORDERS.id(),
                        "note",
                        TypeName.of("trading.side"),
                        Optional.of(new Expression("note::trading.side"))))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void a_time_with_its_zone() {
        OperationLaws.of(new AlterColumnType(
                        table("t").id(),
                        "at",
                        TypeName.of("timestamptz(3)"),
                        Optional.of(new Expression("at at time zone 'utc'"))))
                .given(SCHEMA, table("t", column("at", "timestamp")))
                .hold();
    }

    @Test
    void a_column_that_a_view_uses_is_refused() {
        laws("note", "varchar(9)")
                .given(view("v", "select note from trading.orders"))
                .areRefusedWith("Column \"note\" of table trading.orders is used by view trading.v."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_a_generated_one_uses_is_refused() {
        laws("price", "numeric(20, 8)")
                .areRefusedWith("Column \"price\" of table trading.orders is used by generated column notional."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_a_trigger_names_is_refused() {
        laws("note", "varchar(20)")
                .given(
                        TOUCH,
                        new Trigger(
                                "t",
                                ORDERS.id(),
                                Trigger.Timing.BEFORE,
                                Set.of(Trigger.Event.UPDATE),
                                List.of("note"),
                                true,
                                Optional.empty(),
                                TOUCH.id(),
                                List.of()))
                .areRefusedWith("Column \"note\" of table trading.orders is used by trigger trading.orders.t."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        laws("notes", "text")
                .areRefusedWith("There is no column \"notes\" in table trading.orders. Did you mean \"note\"?");
    }

    @Test
    void what_may_be_lost_is_said() {
        Database before = Database.empty().plus(SCHEMA).plus(table("t", column("n", "integer")));
        assertThat(new AlterColumnType(table("t").id(), "n", TypeName.of("bigint"), Optional.empty())
                        .reversal(before)
                        .lost())
                .containsExactly("what does not fit into integer of the values of trading.t.n");
        assertThat(new AlterColumnType(table("t").id(), "n", TypeName.of("smallint"), Optional.empty())
                        .reversal(before)
                        .lost())
                .containsExactly("what the values of trading.t.n were before they became smallint");
    }
}
