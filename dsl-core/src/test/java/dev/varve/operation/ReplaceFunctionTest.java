package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.name;

import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaceFunctionTest {

    @Test
    void another_body_and_other_traits() {
        Function old = function("f", "integer", "select 1", argument("a", "integer"));
        OperationLaws.of(new ReplaceFunction(new Function(
                        name("f"),
                        old.arguments(),
                        "integer",
                        "plpgsql",
                        Volatility.STABLE,
                        true,
                        "begin return 2; end")))
                .given(SCHEMA, old, comment(old, "c"))
                .hold();
    }

    @Test
    void a_function_that_a_trigger_calls() {
        OperationLaws.of(new ReplaceFunction(new Function(
                        TOUCH.name(),
                        List.of(),
                        "trigger",
                        "plpgsql",
                        Volatility.VOLATILE,
                        false,
                        "begin return null; end")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS)
                .hold();
    }

    @Test
    void another_result_is_refused() {
        OperationLaws.of(new ReplaceFunction(function("f", "bigint", "select 1::bigint")))
                .given(SCHEMA, function("f", "integer", "select 1"))
                .areRefusedWith(
                        "The function trading.f() returns integer; PostgreSQL cannot replace it by one that returns bigint. Drop it and create it again.");
    }

    @Test
    void other_names_of_arguments_are_refused() {
        OperationLaws.of(new ReplaceFunction(function("f", "integer", "select 1", argument("b", "integer"))))
                .given(SCHEMA, function("f", "integer", "select 1", argument("a", "integer")))
                .areRefusedWith(
                        "The function trading.f(integer) calls its arguments [a]; PostgreSQL cannot replace it by one that calls them [b]. Drop it and create it again.");
    }

    @Test
    void a_default_that_is_taken_away_is_refused() {
        Function old = function(
                "f",
                "integer",
                "select 1",
                new Argument("a", TypeName.of("integer"), Optional.of(new Expression("1"))));
        OperationLaws.of(new ReplaceFunction(function("f", "integer", "select 1", argument("a", "integer"))))
                .given(SCHEMA, old)
                .areRefusedWith(
                        "The function trading.f(integer) has a default for \"a\", which PostgreSQL cannot take away. Drop it and create it again.");
    }

    @Test
    void a_default_that_is_added_is_taken_back_by_making_the_function_anew() {
        Function old = function("f", "integer", "select 1", argument("a", "integer"));
        Function withDefault = function(
                "f",
                "integer",
                "select 1",
                new Argument("a", TypeName.of("integer"), Optional.of(new Expression("1"))));
        OperationLaws.of(new ReplaceFunction(withDefault))
                .given(SCHEMA, old, comment(old, "c"))
                .hold();
    }
}
