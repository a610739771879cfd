package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class DropExpressionTest {

    private static final Table LAST = table("t", column("a", "integer"), generated("b", "integer", "a * 2"))
            .plus(check("ck", "b > 0"));

    @Test
    void its_sql_drops_the_expression() {
        assertThat(new DropExpression(ORDERS.id(), "notional").statements(Database.empty()))
                .hasToString("[alter table trading.orders alter column notional drop expression]");
    }

    @Test
    void a_column_in_the_middle_comes_back_as_the_last() {
        OperationLaws.of(new DropExpression(ORDERS.id(), "notional"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void the_last_column_with_what_leans_on_it() {
        OperationLaws.of(new DropExpression(LAST.id(), "b"))
                .given(SCHEMA, LAST, index("i", LAST, IndexKey.column("b")), comment(LAST, "b", "twice"))
                .givenRows("insert into trading.t values (1), (2)")
                .hold();
    }

    @Test
    void what_is_lost_is_said() {
        Database before = Database.empty().plus(SCHEMA).plus(LAST);
        assertThat(new DropExpression(LAST.id(), "b").reversal(before).lost())
                .containsExactly("what was written to trading.t.b after it was no longer computed");
    }

    @Test
    void there_is_no_way_back_while_a_view_uses_the_column() {
        OperationLaws.of(new DropExpression(LAST.id(), "b"))
                .given(SCHEMA, LAST, view("v", "select b from trading.t"))
                .hold();
        Database before = Database.empty().plus(SCHEMA).plus(LAST).plus(view("v", "select b from trading.t"));
        assertThat(new DropExpression(LAST.id(), "b").reversal(before))
                .hasToString(
                        "Impossible[reason=PostgreSQL makes a generated column only when it adds it. Column \"b\" of table"
                                + " trading.t is used by view trading.v. Change or drop what uses it first, in the same revision or an"
                                + " earlier one.]");
    }

    @Test
    void a_column_of_which_nothing_would_stay_is_refused() {
        OperationLaws.of(new DropExpression(LAST.id(), "a"))
                .given(SCHEMA, LAST)
                .areRefusedWith("Column \"a\" of table trading.t is not generated; there is nothing to drop.");
        Table table = table("v", column("a", "integer"), virtual("b", "integer", "a * 2"));
        OperationLaws.of(new DropExpression(table.id(), "b"))
                .given(SCHEMA, table)
                .since(18)
                .areRefusedWith(
                        "Column \"b\" of table trading.v is virtual, and nothing of it is stored that could stay. Drop"
                                + " the column, and add a plain one.");
    }
}
