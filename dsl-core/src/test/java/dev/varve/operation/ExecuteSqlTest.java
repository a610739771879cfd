package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.SCHEMA;

import dev.varve.testing.OperationLaws;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecuteSqlTest {

    @Test
    void statements_that_say_how_they_are_taken_back() {
        OperationLaws.of(new ExecuteSql(
                        "fill",
                        List.of(
                                "insert into trading.instruments values (1, 'X')",
                                "update trading.instruments set symbol = 'Y'"),
                        new ExecuteSql.StatedReversal.ReversedBy(List.of("delete from trading.instruments"))))
                .given(SCHEMA, INSTRUMENTS)
                .hold();
    }

    @Test
    void statements_that_lose_something_or_cannot_be_taken_back() {
        OperationLaws.of(new ExecuteSql(
                        "empty",
                        List.of("delete from trading.instruments"),
                        new ExecuteSql.StatedReversal.Losing("the instruments")))
                .given(SCHEMA, INSTRUMENTS)
                .hold();
        OperationLaws.of(new ExecuteSql(
                        "empty",
                        List.of("delete from trading.instruments"),
                        new ExecuteSql.StatedReversal.Irreversible("they are gone")))
                .given(SCHEMA, INSTRUMENTS)
                .hold();
    }

    @Test
    void a_semicolon_at_the_end_is_no_part_of_a_statement() {
        OperationLaws.of(new ExecuteSql(
                        "nothing",
                        List.of("select 1;\n"),
                        new ExecuteSql.StatedReversal.ReversedBy(List.of("select 2 ; "))))
                .hold();
    }
}
