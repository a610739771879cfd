package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class SetExpressionTest {

    private static SetExpression computing(Table table, String column, String expression) {
        return new SetExpression(table.id(), column, new Expression(expression));
    }

    private static final Table QUOTES =
            table("quotes", column("bid", "numeric"), virtual("twice", "numeric", "bid * 2"));

    @Test
    void its_sql_sets_the_expression() {
        Database before = Database.empty().plus(SCHEMA).plus(QUOTES);
        assertThat(computing(QUOTES, "twice", "bid + bid").statements(before))
                .hasToString("[alter table trading.quotes alter column twice set expression as (bid + bid)]");
    }

    @Test
    void a_stored_column() {
        OperationLaws.of(computing(ORDERS, "notional", "price * quantity * 2"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, view("v", "select notional from trading.orders"))
                .since(17)
                .hold();
    }

    @Test
    void a_stored_column_with_a_check_and_indexes() {
        Table table = table("t", column("a", "varchar(10)"), generated("b", "varchar(10)", "upper(a)"))
                .plus(check("ck", "b in ('X', 'Y')"));
        OperationLaws.of(computing(table, "b", "lower(a)"))
                .given(SCHEMA, table, index("i", table, IndexKey.column("b")), index("j", table, keyOf("b || 'x'")))
                .since(17)
                .hold();
    }

    @Test
    void a_virtual_column() {
        OperationLaws.of(computing(QUOTES, "twice", "bid + bid"))
                .given(SCHEMA, QUOTES)
                .since(18)
                .hold();
    }

    @Test
    void a_virtual_column_beside_a_check_is_refused() {
        Table checked = QUOTES.plus(check("ck", "bid > 0"));
        OperationLaws.of(computing(checked, "twice", "bid + bid"))
                .given(SCHEMA, checked)
                .since(18)
                .areRefusedWith(
                        "Column \"twice\" of table trading.quotes is virtual, and PostgreSQL does not change the expression of a"
                                + " virtual column in a table with checks. Drop the checks first, and add them again afterwards.");
    }

    @Test
    void an_older_server_is_told_what_to_do() {
        OperationLaws.of(computing(ORDERS, "notional", "price * 2"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .before(17)
                .areRefusedWith(
                        "Column \"notional\" of table trading.orders cannot be computed in another way: PostgreSQL can"
                                + " change the expression from version 17 on. Drop the column and add it again.");
    }

    @Test
    void a_column_that_is_not_generated_is_refused() {
        OperationLaws.of(computing(ORDERS, "quantity", "2"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith(
                        "Column \"quantity\" of table trading.orders is not generated. Give it a default, or drop it and"
                                + " add it as a generated column.");
    }
}
