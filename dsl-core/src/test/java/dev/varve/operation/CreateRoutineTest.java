package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.SchemaObject;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateRoutineTest {

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new CreateObject(object));
    }

    @Test
    void functions_of_all_kinds() {
        Function plain = function("plain", "integer", "select 1");
        Function overload = function("plain", "bigint", "select $1", argument("", "bigint"));
        Function many = function(
                "many",
                "setof text",
                "select 'x'",
                argument("n", "numeric(18, 8)"),
                new Argument("since", TypeName.of("timestamptz"), Optional.of(new Expression("now()"))));
        Function rows = function(
                "rows",
                "setof trading.orders",
                "select id, instrument_id, side, price, quantity, notional, status, placed_at, note from trading.orders where side = \"wanted side\"",
                argument("wanted side", "trading.side"));
        Function enumerated = function(
                "enumerated",
                "trading.side",
                "select s",
                new Argument("s", TypeName.of("trading.side"), Optional.of(new Expression("'BUY'"))));
        Function array = function("array_of", "text[]", "select $1", argument("x", "text[]"));
        Function nothing = function("nothing", "void", "");
        Function record = function("row", "record", "select 1, 2");
        laws(overload)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, plain, many, rows, enumerated, array, nothing, record)
                .hold();
        laws(rows).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(enumerated).given(SCHEMA, SIDE, many).hold();
    }

    @Test
    void a_function_with_all_traits() {
        laws(new Function(
                        name("Odd \"name\""),
                        List.of(),
                        "numeric",
                        "plpgsql",
                        Volatility.IMMUTABLE,
                        true,
                        "begin\n  return 1; -- $$ $varve$\nend"))
                .given(SCHEMA)
                .hold();
        laws(new Function(
                        name("stable"),
                        List.of(argument("a", "varchar(3)")),
                        "char(3)",
                        "sql",
                        Volatility.STABLE,
                        false,
                        "select 'USD'"))
                .given(SCHEMA)
                .hold();
    }

    @Test
    void a_function_that_returns_a_table() {
        laws(function("prices", "table(symbol text, price numeric)", "select 'x', 1.0"))
                .given(SCHEMA)
                .hold();
        laws(function(
                        "odd",
                        "TABLE (\"Odd, name\" numeric(18, 8), s trading.side[], t timestamp with time zone)",
                        "select null::numeric, null::trading.side[], now()",
                        argument("n", "int")))
                .given(SCHEMA, SIDE)
                .hold();
    }

    @Test
    void triggers_of_all_kinds() {
        laws(TOUCH_ORDERS).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH).hold();
        Trigger columns = new Trigger(
                "Of columns",
                ORDERS.id(),
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                List.of("price", "status"),
                true,
                Optional.of(new Expression("new.price > 0 and new.status in ('NEW', 'X')")),
                TOUCH.id(),
                List.of("it's", "", "a,b", "ü"));
        Trigger truncate = new Trigger(
                "on_truncate",
                ORDERS.id(),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.TRUNCATE),
                List.of(),
                false,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        Trigger changed = new Trigger(
                "changed",
                ORDERS.id(),
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.UPDATE),
                List.of(),
                true,
                Optional.of(new Expression("old.* is distinct from new.*")),
                TOUCH.id(),
                List.of());
        laws(changed)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, columns, truncate)
                .hold();
        laws(columns)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, changed, truncate)
                .hold();
    }

    @Test
    void a_trigger_on_a_view() {
        View open = view("open_orders", "select id, price from trading.orders");
        Trigger instead = new Trigger(
                "instead",
                open.id(),
                Trigger.Timing.INSTEAD_OF,
                Set.of(Trigger.Event.INSERT, Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        laws(instead).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, open).hold();
    }
}
