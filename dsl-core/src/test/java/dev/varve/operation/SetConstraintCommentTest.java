package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.constraintComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetConstraintCommentTest {

    private static final String KEY = "uq_instruments_symbol";

    private static OperationLaws laws(String constraint, Optional<String> text) {
        return OperationLaws.of(new SetConstraintComment(INSTRUMENTS.id(), constraint, text))
                .given(SCHEMA, INSTRUMENTS);
    }

    @Test
    void its_sql_says_or_takes_away() {
        Database before =
                Database.empty().plus(SCHEMA).plus(INSTRUMENTS).plus(constraintComment(INSTRUMENTS, KEY, "old"));
        assertThat(new SetConstraintComment(INSTRUMENTS.id(), KEY, Optional.of("it's")).statements(before))
                .hasToString("[comment on constraint uq_instruments_symbol on trading.instruments is 'it''s']");
        assertThat(new SetConstraintComment(INSTRUMENTS.id(), KEY, Optional.empty()).statements(before))
                .hasToString("[comment on constraint uq_instruments_symbol on trading.instruments is null]");
    }

    @Test
    void a_new_comment_another_one_and_none_any_more() {
        laws(KEY, Optional.of("new")).hold();
        laws(KEY, Optional.of("it's \\ {}"))
                .given(constraintComment(INSTRUMENTS, KEY, "old"))
                .hold();
        laws(KEY, Optional.empty())
                .given(constraintComment(INSTRUMENTS, KEY, "old"))
                .hold();
        laws(KEY, Optional.empty()).hold();
    }

    @Test
    void a_constraint_that_is_not_there_is_refused() {
        laws("uq_instrument_symbol", Optional.of("x"))
                .areRefusedWith("There is no constraint \"uq_instrument_symbol\" on table trading.instruments."
                        + " Did you mean \"uq_instruments_symbol\"?");
    }

    @Test
    void an_empty_comment_is_refused() {
        assertThatThrownBy(() -> constraintComment(INSTRUMENTS, KEY, ""))
                .hasMessage("PostgreSQL takes an empty comment for none; drop the comment instead.");
    }
}
