package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void a_semicolon_is_no_part_of_a_query() {
        assertThat(new Query(" select 1 ; ;\n")).hasToString("select 1");
        assertThatThrownBy(() -> new Query(" ; ")).hasMessage("A query must not be empty.");
    }

    @Test
    void a_star_is_seen_where_it_stands_for_columns() {
        for (String all : List.of(
                "select * from t",
                "select t.* from t",
                "select a, * from t",
                "select *, a from t",
                "select x from (select * from t) s",
                "with s as (select t.* from t) select x from s",
                "select row(t.*) from t")) {
            assertThat(new Query(all).selectsAll()).as(all).isTrue();
        }
        for (String named : List.of(
                "select count(*) from t",
                "select a * b from t",
                "select 2*a from t",
                "select '*' from t",
                "select sum(a * 2) from t",
                "select (f(t.*)).id from t",
                "select t.*::shop.t as t from shop.t",
                "select g(a, t.*) from t")) {
            assertThat(new Query(named).selectsAll()).as(named).isFalse();
        }
    }

    @Test
    void a_name_is_mentioned_whatever_it_means() {
        assertThat(new Query("select o.price from t").mentions("price")).isTrue();
        assertThat(new Query("select 'price' from t").mentions("price")).isFalse();
    }

    @Test
    void a_string_may_hold_a_name() {
        assertThat(new Query("select to_tsvector('shop.simple', name) || 'a. b' from shop.items").namesAndStrings())
                .contains(QualifiedName.of("shop", "simple"), QualifiedName.of("shop", "items"))
                .doesNotContain(QualifiedName.of("a", "b"));
    }

    @Test
    void a_union_has_parts_and_what_is_said_before_them_is_said_for_each() {
        assertThat(new Query("select a from t where b in (select c from u union select d from v)").parts())
                .hasSize(1);
        assertThat(new Query("select 'union' from t union all (select a from u except select b from v)").parts())
                .extracting(Query::text)
                .containsExactly("select 'union' from t", "select a from u", "select b from v");
        assertThat(new Query("with w as (select 1 union select 2) select a from w\nunion distinct select b from w")
                        .parts())
                .extracting(Query::text)
                .containsExactly(
                        "with w as (select 1 union select 2) select a from w",
                        "with w as (select 1 union select 2) select b from w");
    }

    private static Optional<String> renamed(String query) {
        return new Query(query)
                .renamingColumn(QualifiedName.of("m", "trades"), "price", "paid")
                .map(Query::text);
    }

    @Test
    void a_column_is_renamed_where_its_relation_is_named() {
        assertThat(renamed("select t.day, max(t.price) as high from m.trades t where t.price > 0 group by t.day"))
                .contains("select t.day, max(t.paid) as high from m.trades t where t.paid > 0 group by t.day");
        assertThat(renamed("select max(trades.price) from m.trades")).contains("select max(trades.paid) from m.trades");
        assertThat(
                        renamed(
                                "select v.price as price, sum(t.price) from (m.trades t join m.venues v on ((v.price = t.price)))"))
                .contains(
                        "select v.price as price, sum(t.paid) from (m.trades t join m.venues v on ((v.price = t.paid)))");
        assertThat(renamed("select public.price(t.price)::a.price from m.trades as t, m.price price"))
                .contains("select public.price(t.paid)::a.price from m.trades as t, m.price price");
    }

    @Test
    void what_a_query_gives_is_called_as_before() {
        assertThat(renamed("select t.price, t.day from m.trades t group by t.price"))
                .contains("select t.paid AS price, t.day from m.trades t group by t.paid");
        assertThat(renamed("select t.price AS paid, 1 from m.trades t")).contains("select t.paid, 1 from m.trades t");
        assertThat(renamed("select t.price::int from m.trades t")).isEmpty();
        assertThat(renamed("select cast(t.price as int) from m.trades t")).isEmpty();
        assertThat(renamed("select (t.price) from m.trades t")).isEmpty();
        assertThat(renamed("select t.price::int as price from m.trades t"))
                .contains("select t.paid::int as price from m.trades t");
    }

    @Test
    void a_column_without_its_relation_is_renamed_if_there_is_but_one() {
        assertThat(renamed("select max(price) as price from m.trades group by price"))
                .contains("select max(paid) as price from m.trades group by paid");
        assertThat(renamed("select max(price) as price from m.trades order by price"))
                .isEmpty();
        assertThat(renamed("select max(note) price from m.trades")).isEmpty();
        assertThat(renamed("select max(price) from m.trades t, m.venues v")).isEmpty();
        assertThat(renamed("select max(price) from m.trades t join m.venues v on true"))
                .isEmpty();
    }

    @Test
    void a_column_is_not_renamed_on_a_guess() {
        assertThat(renamed("select x.price from m.venues x")).isEmpty();
        assertThat(renamed("select max(t.price) from m.trades t where exists (select from m.venues t)"))
                .isEmpty();
        assertThat(renamed("select max(t.price) from m.trades t natural join m.venues v"))
                .isEmpty();
        assertThat(renamed("select max(m.trades.price) from m.trades")).isEmpty();
        assertThat(renamed("select max((t.row).price) from m.trades t")).isEmpty();
        assertThat(renamed("select max(a.price) from m.trades t, f(1) a")).isEmpty();
    }
}
