package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DropColumnTest {

    private static OperationLaws laws(String column) {
        return OperationLaws.of(new DropColumn(ORDERS.id(), column)).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void what_is_lost_is_said() {
        Database before =
                Database.empty().plus(SCHEMA).plus(SIDE).plus(INSTRUMENTS).plus(ORDERS);
        assertThat(new DropColumn(ORDERS.id(), "note").reversal(before).lost())
                .containsExactly("the values of trading.orders.note");
        assertThat(new DropColumn(ORDERS.id(), "notional").reversal(before).lost())
                .containsExactly("the position of trading.orders.notional, which comes back as the last column");
    }

    @Test
    void the_last_column() {
        laws("note").hold();
    }

    @Test
    void a_column_in_the_middle_with_its_check_and_its_default() {
        laws("status").hold();
        laws("placed_at").hold();
        laws("side").hold();
        laws("notional").hold();
    }

    @Test
    void a_column_with_its_foreign_key() {
        laws("instrument_id").hold();
    }

    @Test
    void a_column_with_its_primary_key() {
        laws("id").hold();
    }

    @Test
    void a_column_with_indexes_and_comments() {
        Index keyed = index("ix_note", ORDERS, IndexKey.column("note"));
        Index computed = index("ix_lower", ORDERS, keyOf("lower(note)"));
        Index including = new Index(
                name("ix_including"),
                ORDERS.id(),
                true,
                "btree",
                List.of(IndexKey.column("id")),
                List.of("note"),
                Optional.empty());
        Index partial = new Index(
                name("ix_partial"),
                ORDERS.id(),
                false,
                "btree",
                List.of(IndexKey.column("id")),
                List.of(),
                Optional.of(new Expression("note is not null")));
        laws("note")
                .given(
                        keyed,
                        computed,
                        including,
                        partial,
                        comment(keyed, "by note"),
                        comment(ORDERS, "note", "free text"),
                        ORDERS_BY_TIME)
                .hold();
    }

    @Test
    void a_column_with_a_hostile_name() {
        OperationLaws.of(new DropColumn(table("t").id(), "select \"x\" 'y'"))
                .given(
                        SCHEMA,
                        table("t", column("a", "text"), column("select \"x\" 'y'", "text"))
                                .plus(unique("uq", "select \"x\" 'y'"))
                                .plus(check("ck", "\"select \"\"x\"\" 'y'\" <> a")))
                .hold();
    }

    @Test
    void a_column_whose_name_only_looks_used_is_dropped() {
        Table table = table("t", column("a", "text"), column("status", "text"), column("b", "numeric"))
                .plus(check("ck", "a <> 'status'"))
                .plus(check("ck2", "b::numeric > 0"));
        OperationLaws.of(new DropColumn(table.id(), "status"))
                .given(SCHEMA, table)
                .hold();
        OperationLaws.of(new DropColumn(table.id(), "numeric"))
                .given(
                        SCHEMA,
                        table("t", column("numeric", "numeric"), column("b", "text"))
                                .plus(check("ck2", "b::numeric > 0")))
                .hold();
        OperationLaws.of(new DropColumn(table.id(), "zone"))
                .given(
                        SCHEMA,
                        table("t", column("zone", "text"), column("b", "timestamptz"))
                                .plus(check("ck2", "(b at time zone 'utc') > '2020-01-01'")))
                .hold();
    }

    @Test
    void the_only_column() {
        OperationLaws.of(new DropColumn(table("t").id(), "a"))
                .given(SCHEMA, table("t", column("a", "text")))
                .hold();
    }

    @Test
    void words_of_sql_are_no_columns() {
        Table table = table("t", column("hour", "text"), column("at", "timestamptz"), column("b", "varchar(5)"))
                .plus(check("ck", "extract(hour from \"at\") < 24"))
                .plus(check("ck2", "b in ('hour', 'x')"));
        OperationLaws.of(new DropColumn(table.id(), "hour"))
                .given(SCHEMA, table)
                .hold();
    }

    private static String used(String column, String by) {
        return "Column \"" + column + "\" of table trading.orders is used by " + by
                + ". Change or drop what uses it first, in the same revision or an earlier one.";
    }

    @Test
    void a_column_that_something_else_is_made_of_is_refused() {
        laws("price").areRefusedWith(used("price", "generated column notional"));
        laws("note").given(view("v", "select note from trading.orders")).areRefusedWith(used("note", "view trading.v"));
        laws("note")
                .given(
                        TOUCH,
                        new Trigger(
                                "t",
                                ORDERS.id(),
                                Trigger.Timing.BEFORE,
                                Set.of(Trigger.Event.UPDATE),
                                List.of(),
                                true,
                                Optional.of(new Expression("new.note is not null")),
                                TOUCH.id(),
                                List.of()))
                .areRefusedWith(used("note", "trigger trading.orders.t"));
        laws("id")
                .given(table("fills", column("order_id", "bigint")).plus(foreignKey("fk", "order_id", ORDERS, "id")))
                .areRefusedWith(used("id", "table trading.fills"));
    }
}
