package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.computing;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.EnumType;
import dev.varve.model.Environment;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.sql.Expression;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnDifferenceTest {

    @Test
    void a_column_changes_its_type_under_a_view() {
        Table before = table("orders", column("id", "integer"), column("price", "integer"));
        Table after = table("orders", column("id", "integer"), column("price", "numeric"));
        View view = new View(name("prices"), new Query("select o.price from public.orders o"));

        assertThat(words(Difference.between(holding(before, view), holding(after, view))))
                .containsExactly(
                        "change the type of column price of public.orders to numeric, recreating what uses it");
    }

    @Test
    void a_default_waits_for_the_type_that_it_is_of() {
        Table before = table("films", column("id", "integer"), column("rating", "public.old_rating"));
        Table after = table(
                "films",
                column("id", "integer"),
                column("rating", "public.rating")
                        .valued(Optional.of(new ColumnValue.Default(new Expression("'G'::public.rating")))));
        View view = new View(name("ratings"), new Query("select f.rating from public.films f"));

        assertThat(words(Difference.between(
                        holding(new EnumType(name("old_rating"), List.of("G")), before, view),
                        holding(new EnumType(name("rating"), List.of("G")), after, view))))
                .containsSubsequence(
                        "change the type of column rating of public.films to public.rating, recreating what uses it",
                        "set the default of column rating of public.films to 'G'::public.rating");
    }

    @Test
    void a_check_of_a_column_comes_when_it_has_its_type() {
        Table before = table("orders", column("id", "integer"), column("price", "integer"));
        Table after = table("orders", column("id", "integer"), column("price", "numeric"))
                .plus(new CheckConstraint("ck_price", new Expression("price > 0")));
        View view = new View(name("prices"), new Query("select o.price from public.orders o"));

        assertThat(words(Difference.between(holding(before, view), holding(after, view))))
                .containsExactly(
                        "change the type of column price of public.orders to numeric, recreating what uses it",
                        "add constraint ck_price to public.orders");
    }

    @Test
    void texts_that_become_numbers_are_cast_and_numbers_that_become_texts_are_not() {
        Table texts = table("orders", column("id", "integer"), column("price", "text"));
        Table numbers = table("orders", column("id", "integer"), column("price", "numeric(18, 8)"));

        assertThat(Difference.between(holding(texts), holding(numbers))
                        .operations()
                        .get(0)
                        .statements(holding(texts))
                        .get(0)
                        .sql()
                        .text())
                .isEqualTo(
                        "alter table public.orders alter column price type numeric(18, 8) using price::numeric(18, 8)");
        assertThat(Difference.between(holding(numbers), holding(texts))
                        .operations()
                        .get(0)
                        .statements(holding(numbers))
                        .get(0)
                        .sql()
                        .text())
                .isEqualTo("alter table public.orders alter column price type text");
    }

    @Test
    void a_computed_column_is_made_again_where_the_server_cannot_compute_it_otherwise() {
        Database old = holding(computing("net * 2"));
        Database other = holding(computing("net * 3"));
        Environment fifteen = new Environment(150000, Map.of());

        assertThat(words(Difference.between(old, other)))
                .containsExactly("compute column gross of public.items as net * 3");
        assertThat(words(Difference.between(old.on(fifteen), other.on(fifteen))))
                .containsExactly("drop column gross from public.items", "add column gross to public.items");
    }

    @Test
    void a_column_changes_its_type_under_one_that_is_computed_from_it() {
        Table old = computing("net * 2");
        Table wider = Table.of(old.name(), List.of(column("net", "bigint"), old.column("gross")));
        View view = new View(name("sums"), new Query("select i.net, i.gross from public.items i"));

        assertThat(words(Difference.between(holding(old, view), holding(wider, view))))
                .containsExactly(
                        "drop view public.sums",
                        "drop column gross from public.items",
                        "change the type of column net of public.items to bigint",
                        "add column gross to public.items",
                        "create view public.sums");
    }

    @Test
    void columns_have_the_type_under_a_domain_while_it_gets_another_one() {
        Domain narrow = Domain.of(name("amount"), TypeName.of("numeric(10, 2)"));
        Domain wide = Domain.of(name("amount"), TypeName.of("numeric(20, 2)"));
        Table table = table("items", column("id", "integer"), column("net", "public.amount"));
        View view = new View(name("sums"), new Query("select i.net from public.items i"));

        Difference difference = Difference.between(holding(narrow, table, view), holding(wide, table, view));

        assertThat(words(difference))
                .containsExactly(
                        "change the type of column net of public.items to numeric, recreating what uses it",
                        "alter domain public.amount",
                        "change the type of column net of public.items to public.amount, recreating what uses it");
        assertThat(difference.operations().get(2).statements(holding(wide, table)))
                .extracting(statement -> statement.sql().text())
                .containsExactly("alter table public.items alter column net type public.amount");
    }
}
