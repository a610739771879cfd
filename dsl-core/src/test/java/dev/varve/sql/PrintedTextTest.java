package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What PostgreSQL prints is spelled so that it prints the same again, and means the same as what it makes of its own print. */
class PrintedTextTest {

    private static final String TABLES = """
            create schema e;
            create domain e.dv as varchar(20);
            create type e.en as enum ('a', 'b');
            create function e.f(text[]) returns boolean language sql as 'select true';
            create table e.t (v varchar, v20 varchar(20), t text, c char(3), n name, i int, s smallint, b bigint, num numeric(10, 2),
                d double precision, dv e.dv, en e.en, va varchar[], ta text[], cd cidr, vb varbit, ts timestamp(3))
            """;

    private static final String CONDITIONS = """
            v in ('a', 'b')
            v20 not in ('a', 'it''s', E'\\\\[', 'é')
            dv in ('a', 'b')
            v in ('a', null, lower('B'))
            v in ('a'::varchar(3), 'b'::varchar(3))
            v in ('a'::varchar(3), 'b')
            v in ('a'::e.dv, 'b'::text)
            v = any (array['a', 'b'])
            v = any ('{a,b}'::varchar[])
            v = any (array[array['a', 'b'], array['c', 'd']]::varchar[])
            v collate "C" in ('a', 'b')
            lower(v) = any (array['a']::varchar[])
            t = any (array['a', 'b']::varchar(3)[])
            t like all (array['a', 'b']::varchar[])
            c in ('a', 'b')
            c = any (array['a', 'b']::varchar[])
            n in ('a', v)
            n = any (array['a']::varchar[])
            en in ('a', 'b')
            en::text in ('a', 'b')
            cd in ('10.0.0.0/8', '11.0.0.0/8')
            vb = any (array['1', '0']::bit(1)[])
            num = any (array[1, 2])
            num = any (array[i, s])
            d = any (array[num, 1])
            ts = any (array['2020-01-01 00:00', '2020-01-02']::timestamp(3)[])
            e.f(array['a', v])
            e.f(array[v, lower(v)])
            ta @> (array['a']::varchar[])::text[]
            ta || array[v, 'x'] = ta
            '{}'::jsonb #>> array['a', v] = t
            jsonb_extract_path_text('{}', variadic array['a', v]) = t
            extract('YEAR' from ts) > 2000 and extract(hour from ts) < 3
            case when v in ('a', 'b') then v else 'c' end in ('a', 'c')
            i between 1 and 2 and s > 0
            i not between 1 and 2 or s > 0
            s > 0 and i between 1 and 2
            (i, s) = (1, 2) and b > 0
            (i, s) <> (1, 2) or b > 0
            (i, s) > (1, 2) and b > 0
            t in (v, v20, 'x', lower(v))
            1 not in (i, s, b)
            d in (i, s, 1, 2)
            (i = 1 or s = 1) and b = 1 and not (i between 1 and 2 and s between 3 and 4)
            i = 1 or (s = 1 or b = 1)
            (i between 1 and 2 and v in ('a', 'b')) is not true
            (i between 1 and 2 or s = 1) and b = 1 or d = 1
            case when i between 1 and 2 and s > 0 then true end
            exists (select from e.t u where u.i between 1 and 2 and u.v in ('a', e.t.v))
            i in (select 1 union all select null union all select s + 1 from e.t)
            coalesce((select null union all select 'x'), 'd') = t
            (select y from (select null::int as y, null union all select null, 'x') as u) = any (array(select null union select 1))
            (select max(x) from (select 'a'::varchar as x union select null union select 'b' from e.t) as u) = v
            (select array_agg(x) from (select 1::bigint as x, null::int[] as y union select 2, null) as u)[1] = 1
            (select percentile_cont(0.5) within group (order by d) from e.t) > (select 1 union select null::int limit 1)
            """;

    @Test
    void is_printed_again_and_equals_what_a_dump_restores() throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        for (TestServer server : TestServers.all()) {
            try (TestDatabase database = server.create();
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(TABLES);
                statement.execute("set search_path to ''");
                for (String condition : CONDITIONS.strip().split("\n")) {
                    String view = printed(statement, "select " + condition + " as x from e.t");
                    check(softly, statement, view);
                }
            }
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, Statement statement, String view) throws SQLException {
        Query query = Query.printed(view);
        String restored = printed(statement, view);
        softly.assertThat(printed(statement, query.sql())).isEqualTo(view);
        softly.assertThat(printed(statement, restored)).isEqualTo(restored);
        softly.assertThat(query.likeness(Query.printed(restored)))
                .as("%s and %s", query, restored)
                .isEqualTo(Likeness.EQUAL);
    }

    private static String printed(Statement statement, String query) throws SQLException {
        statement.execute("create view e.printed as " + query);
        try (ResultSet result = statement.executeQuery("select pg_get_viewdef('e.printed'::regclass)")) {
            result.next();
            return result.getString(1);
        } finally {
            statement.execute("drop view e.printed");
        }
    }

    /** What columns alone are is not printed, and neither is whether they have a length, with which the cast would be refused. */
    @Test
    void an_array_of_columns_alone_stays_as_it_is() {
        String condition = "(t = ANY ((ARRAY[v, v20])::text[]))";

        assertThat(Expression.printed(condition)).hasToString(condition);
    }
}
