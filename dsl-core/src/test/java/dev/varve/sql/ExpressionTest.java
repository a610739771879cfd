package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static Expression expression(String text) {
        return new Expression(text);
    }

    private static String renaming(String text) {
        return expression(text).renamingColumn("qty", "Quantity").text();
    }

    @Test
    void blanks_around_it_are_no_part_of_it_and_nothing_is_no_expression() {
        assertThat(expression("  now() \n")).hasToString("now()");
        assertThatThrownBy(() -> expression(" ")).hasMessage("An expression must not be empty.");
    }

    @Test
    void a_column_is_renamed_wherever_it_is_one() {
        assertThat(renaming("qty > 0 and (\"qty\" + QTY) < 7"))
                .isEqualTo("\"Quantity\" > 0 and (\"Quantity\" + \"Quantity\") < 7");
        assertThat(renaming("new.qty is distinct from old.qty"))
                .isEqualTo("new.\"Quantity\" is distinct from old.\"Quantity\"");
        assertThat(renaming("(qty)::numeric")).isEqualTo("(\"Quantity\")::numeric");
    }

    @Test
    void what_only_looks_like_the_column_stays() {
        assertThat(renaming("'qty' || $$qty$$ || $a$ qty $a$ || E'\\'qty'"))
                .isEqualTo("'qty' || $$qty$$ || $a$ qty $a$ || E'\\'qty'");
        assertThat(renaming("qty(1) + x::qty + qty.y")).isEqualTo("qty(1) + x::qty + qty.y");
        assertThat(renaming("a /* qty */ -- qty\n + \"QTY\" + qty_2 + 1qty"))
                .isEqualTo("a /* qty */ -- qty\n + \"QTY\" + qty_2 + 1qty");
        assertThat(renaming("a /* x /* qty */ qty */ + 1")).isEqualTo("a /* x /* qty */ qty */ + 1");
        assertThat(renaming("qty '7'")).isEqualTo("qty '7'");
    }

    @Test
    void a_long_text_is_no_trouble() {
        String text = "'" + "x''".repeat(50_000) + "' || qty";
        assertThat(renaming(text)).endsWith("|| \"Quantity\"");
        assertThat(renaming("/* " + "x * ".repeat(50_000) + "*/ qty")).endsWith("\"Quantity\"");
    }

    @Test
    void words_that_mean_something_together_are_no_columns() {
        assertThat(expression("(placed at time zone 'utc')::timestamp with time zone")
                        .bareNames())
                .containsExactly("placed");
        assertThat(expression("extract(hour from placed)").bareNames())
                .contains("placed")
                .doesNotContain("hour");
        assertThat(expression("a collate \"C\"").bareNames()).contains("a").doesNotContain("C");
        assertThat(expression("a::character varying").bareNames()).containsExactly("a");
        assertThat(expression("zone > time").bareNames()).contains("zone", "time");
    }

    @Test
    void an_object_is_renamed_where_its_schema_is_named() {
        QualifiedName from = QualifiedName.of("trading", "side");
        QualifiedName to = QualifiedName.of("Archive", "select");

        assertThat(expression("'BUY'::trading.side").renamingObject(from, to))
                .hasToString("'BUY'::\"Archive\".\"select\"");
        assertThat(expression("\"trading\" . \"side\" || trading.sides || x.trading.side")
                        .renamingObject(from, to)
                        .text())
                .endsWith("|| trading.sides || x.trading.side");
        assertThat(expression("nextval('trading.side'::regclass)").renamingObject(from, to))
                .hasToString("nextval('\"Archive\".\"select\"'::regclass)");
        assertThat(expression("nextval('trading.side')").renamingObject(from, to))
                .hasToString("nextval('\"Archive\".\"select\"')");
        assertThat(expression("'trading.side'").renamingObject(from, to)).hasToString("'trading.side'");
    }

    @Test
    void a_schema_is_renamed_where_something_in_it_is_named() {
        assertThat(expression("nextval('trading.t') + trading.f(x.trading) + 'trading'")
                        .renamingSchema("trading", "T"))
                .hasToString("nextval('\"T\".t') + \"T\".f(x.trading) + 'trading'");
    }

    @Test
    void a_value_of_an_enum_is_renamed_where_it_is_cast_to_it() {
        QualifiedName side = QualifiedName.of("trading", "side");
        String text = "a = 'BUY'::trading.side or b = 'BUY' or c = 'BUY'::text";

        assertThat(expression(text).renamingValue(side, "BUY", "it's", false))
                .hasToString("a = 'it''s'::trading.side or b = 'BUY' or c = 'BUY'::text");
        assertThat(expression(text).renamingValue(side, "BUY", "B", true))
                .hasToString("a = 'B'::trading.side or b = 'B' or c = 'BUY'::text");
        assertThat(expression(text).saysWithoutCast("BUY")).isTrue();
        assertThat(expression("a = 'BUY'::trading.side").saysWithoutCast("BUY")).isFalse();
    }

    @Test
    void names_with_their_schemas_are_found() {
        assertThat(expression("trading.lot(a.b) > nextval('x.\"Y\"')").qualifiedNames())
                .containsExactlyInAnyOrder(
                        QualifiedName.of("trading", "lot"), QualifiedName.of("a", "b"), QualifiedName.of("x", "Y"));
    }

    @Test
    void what_postgresql_prints_is_spelled_so_that_it_prints_it_again() {
        assertThat(Expression.printed(
                        "((s)::text = ANY ((ARRAY['A'::character varying, 'B(,'::character varying])::text[]))"))
                .hasToString(
                        "((s)::text = ANY ((ARRAY['A'::character varying, 'B(,'::character varying]::anyarray)::text[]))");
        assertThat(Expression.printed("(((a >= 1) AND (a <= 2)) AND (b > 0))"))
                .hasToString("(((a >= 1) AND (a <= 2))::boolean AND (b > 0))");
        assertThat(Expression.printed("ARRAY[1, 2]")).hasToString("ARRAY[1, 2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    price > 0                                              | price
                    (price)::numeric > 0 and note is null                  | note
                    ("Price" <> 0) or not (b between 1 and c)              | Price, b
                    side in ('a', 'b') and lower(note) like 'x'            | side
                    current_date > day and tableoid = 3 and true = x       | ''
                    make_interval(days => 3) > gap or t.price > 3          | ''
                    date '2020-01-01' < day and cast(a as text) = 'x'      | ''
                    extract(year from day) > 3 and x is unknown            | x
                    """)
    void names_that_can_be_nothing_but_columns_are_told(String expression, String columns) {
        assertThat(new Expression(expression).columns())
                .containsExactlyInAnyOrderElementsOf(columns.isEmpty() ? List.of() : List.of(columns.split(", ")));
    }

    @Test
    void operators_are_found_and_followed_by_their_schemas() {
        Expression fitting = new Expression("a OPERATOR(shop.<=>) b and c operator( \"shop\".+ ) d");
        QualifiedName operator = QualifiedName.of("shop", "<=>");

        assertThat(fitting.qualifiedNames()).contains(operator, QualifiedName.of("shop", "+"));
        assertThat(fitting.renamingObject(operator, operator.inSchema("archive"))
                        .text())
                .startsWith("a OPERATOR(archive.<=>) b");
        assertThat(fitting.renamingSchema("shop", "store").text())
                .isEqualTo("a OPERATOR(store.<=>) b and c operator( store.+ ) d");
    }

    @Test
    void a_string_loses_only_the_cast_to_the_type_that_it_has_anyway() {
        assertThat(new Expression("'new'::text").withoutCastTo("text")).hasToString("'new'");
        assertThat(new Expression("'new'::character varying").withoutCastTo("varchar"))
                .hasToString("'new'");
        assertThat(new Expression("'new'::text").withoutCastTo("varchar")).hasToString("'new'::text");
        assertThat(new Expression("'new'::varchar").withoutCastTo("text")).hasToString("'new'::varchar");
    }
}
