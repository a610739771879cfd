package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.constraintIndexComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetConstraintIndexCommentTest {

    private static final String KEY = "uq_instruments_symbol";

    private static OperationLaws laws(Table table, String constraint, Optional<String> text) {
        return OperationLaws.of(new SetConstraintIndexComment(table.id(), constraint, text))
                .given(SCHEMA, table);
    }

    @Test
    void its_sql_says_or_takes_away() {
        Database before =
                Database.empty().plus(SCHEMA).plus(INSTRUMENTS).plus(constraintIndexComment(INSTRUMENTS, KEY, "old"));
        assertThat(new SetConstraintIndexComment(INSTRUMENTS.id(), KEY, Optional.of("it's")).statements(before))
                .hasToString("[comment on index trading.uq_instruments_symbol is 'it''s']");
        assertThat(new SetConstraintIndexComment(INSTRUMENTS.id(), KEY, Optional.empty()).statements(before))
                .hasToString("[comment on index trading.uq_instruments_symbol is null]");
    }

    @Test
    void another_comment_and_none_any_more() {
        laws(INSTRUMENTS, KEY, Optional.of("it's \\ {}"))
                .given(constraintIndexComment(INSTRUMENTS, KEY, "old"))
                .hold();
        laws(INSTRUMENTS, KEY, Optional.empty())
                .given(constraintIndexComment(INSTRUMENTS, KEY, "old"))
                .hold();
    }

    @Test
    void a_constraint_that_is_not_there_is_refused() {
        laws(INSTRUMENTS, "uq_instrument_symbol", Optional.of("x"))
                .areRefusedWith("There is no constraint \"uq_instrument_symbol\" on table trading.instruments."
                        + " Did you mean \"uq_instruments_symbol\"?");
    }

    @Test
    void a_constraint_without_an_index_is_refused() {
        Table checked = INSTRUMENTS.plus(new CheckConstraint("ck", new Expression("symbol <> ''")));
        laws(checked, "ck", Optional.of("x"))
                .areRefusedWith(
                        "Constraint \"ck\" of table trading.instruments has no index of its own: only a key or an exclusion"
                                + " has one, and a partition those that its table has not. Say commentOnConstraint(...) instead.");
    }

    @Test
    void an_empty_comment_is_refused() {
        assertThatThrownBy(() -> constraintIndexComment(INSTRUMENTS, KEY, ""))
                .hasMessage("PostgreSQL takes an empty comment for none; drop the comment instead.");
    }
}
