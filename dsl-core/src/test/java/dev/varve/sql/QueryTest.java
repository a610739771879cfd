package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}
