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
import static dev.varve.testing.Trading.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Argument;
import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlterObjectTest {

    private static final Function F = function("f", "integer", "select 1", argument("a", "integer"));

    private static Function withDefault() {
        return F.taking(List.of(new Argument("a", TypeName.of("integer"), Optional.of(new Expression("1")))));
    }

    @Test
    void everything_is_said_of_a_sequence() {
        Sequence tickets = sequence("tickets");
        Database database = Database.empty().plus(SCHEMA).plus(tickets);

        assertThat(AlterObject.to(tickets.counting(SequenceOptions.PLAIN.incrementedBy(10)))
                        .statements(database))
                .hasToString(
                        "[alter sequence trading.tickets start 1 increment 10 minvalue 1 no maxvalue cache 1 no cycle]");
    }

    @Test
    void what_stays_the_same_needs_no_statement() {
        Database database = Database.empty().plus(SCHEMA).plus(F);

        assertThat(AlterObject.to(F).statements(database)).isEmpty();
    }

    @Test
    void a_sequence_that_counts_differently() {
        OperationLaws.of(AlterObject.to(sequence("tickets")
                        .counting(SequenceOptions.PLAIN.incrementedBy(10).cycling())))
                .given(SCHEMA, sequence("tickets"))
                .hold();
        Sequence small = new Sequence(name("small"), TypeName.of("smallint"), SequenceOptions.PLAIN.between(1, 99));
        OperationLaws.of(AlterObject.to(small.counting(SequenceOptions.PLAIN.caching(5))))
                .given(SCHEMA, small)
                .hold();
    }

    @Test
    void a_function_with_another_body_and_other_traits() {
        Function other =
                F.writtenIn("plpgsql").depending(Volatility.STABLE).asOwner().doing("begin return 2; end");
        OperationLaws.of(AlterObject.to(other))
                .given(SCHEMA, F, comment(F, "c"))
                .hold();
    }

    @Test
    void a_type_that_is_used_and_loses_its_first_attribute() {
        CompositeType point = new CompositeType(
                name("point"),
                List.of(
                        CompositeType.Attribute.of("x", TypeName.of("integer")),
                        CompositeType.Attribute.of("y", TypeName.of("integer"))));
        CompositeType line =
                new CompositeType(name("point"), List.of(CompositeType.Attribute.of("y", TypeName.of("integer"))));
        Function far = function("far", "trading.point", "select null::trading.point");
        OperationLaws.of(AlterObject.to(line)).given(SCHEMA, point, far).hold();
    }

    @Test
    void a_function_that_a_trigger_calls() {
        OperationLaws.of(AlterObject.to(TOUCH.doing("begin return null; end")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS)
                .hold();
    }

    @Test
    void what_postgresql_cannot_replace_is_made_anew_with_what_it_owned() {
        OperationLaws.of(AlterObject.to(F.returning("bigint")))
                .given(SCHEMA, F, comment(F, "c"))
                .hold();
        OperationLaws.of(AlterObject.to(F.taking(List.of(argument("b", "integer")))))
                .given(SCHEMA, F, comment(F, "c"))
                .hold();
    }

    @Test
    void a_default_that_is_added_or_taken_away() {
        OperationLaws.of(AlterObject.to(withDefault()))
                .given(SCHEMA, F, comment(F, "c"))
                .hold();
        OperationLaws.of(AlterObject.to(F))
                .given(SCHEMA, withDefault(), comment(F, "c"))
                .hold();
    }

    @Test
    void what_would_have_to_be_made_anew_and_is_used_is_refused() {
        OperationLaws.of(AlterObject.to(TOUCH.returning("integer")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS)
                .areRefusedWith(
                        "The function trading.touch() is used by trigger trading.orders.touch_orders. Change or drop what uses it first, in the same revision or an earlier one.");
    }
}
