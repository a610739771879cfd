package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.sequence;

import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetDefaultTest {

    private static OperationLaws laws(String column, String value) {
        return OperationLaws.of(new SetDefault(
                        ORDERS.id(),
                        column,
                        Optional.of(value).filter(v -> !v.isEmpty()).map(Expression::new)))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, sequence("tickets"));
    }

    @Test
    void a_default_where_there_was_none() {
        laws("price", "0").hold();
        laws("instrument_id", "nextval('trading.tickets')").hold();
        laws("note", "null").hold();
    }

    @Test
    void another_default() {
        laws("side", "'SELL'").hold();
        laws("status", "'FILLED'").hold();
        laws("placed_at", "clock_timestamp()").hold();
    }

    @Test
    void no_default_any_more() {
        laws("side", "").hold();
        laws("note", "").hold();
    }

    @Test
    void a_column_that_is_computed_or_counted_is_refused() {
        laws("notional", "0")
                .areRefusedWith(
                        "Column \"notional\" of table trading.orders is \"generated always as (price * quantity) stored\""
                                + " and can have no default beside that.");
        laws("id", "0")
                .areRefusedWith(
                        "Column \"id\" of table trading.orders is \"generated always as identity\" and can have no default beside that.");
    }
}
