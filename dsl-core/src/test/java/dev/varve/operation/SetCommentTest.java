package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetCommentTest {

    private static OperationLaws laws(String column, String text) {
        return OperationLaws.of(
                        new SetComment(ORDERS.id(), column, Optional.of(text).filter(t -> !t.isEmpty())))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void its_sql_says_or_takes_away() {
        Database before = Database.empty().plus(SCHEMA).plus(INSTRUMENTS).plus(comment(INSTRUMENTS, "old"));
        assertThat(new SetComment(INSTRUMENTS.id(), "symbol", Optional.of("it's")).statements(before))
                .hasToString("[comment on column trading.instruments.symbol is 'it''s']");
        assertThat(new SetComment(INSTRUMENTS.id(), "", Optional.empty()).statements(before))
                .hasToString("[comment on table trading.instruments is null]");
    }

    @Test
    void a_new_comment_another_one_and_none_any_more() {
        laws("", "new").hold();
        laws("note", "new").hold();
        laws("note", "it's \\ {}").given(comment(ORDERS, "note", "old")).hold();
        laws("", "").given(comment(ORDERS, "old")).hold();
        laws("", "").hold();
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        laws("notes", "x")
                .areRefusedWith("There is no column \"notes\" in table trading.orders. Did you mean \"note\"?");
    }
}
