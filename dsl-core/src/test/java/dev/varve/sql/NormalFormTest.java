package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    private static Likeness likeness(String one, String other) {
        Likeness likeness = new Expression(one).likeness(new Expression(other));
        assertThat(new Expression(other).likeness(new Expression(one))).isEqualTo(likeness);
        return likeness;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            qty>0                              | (qty > 0)
            QTY > 0 /* not negative */         | qty>0
            "qty" != 0                         | qty <> 0
            ((qty)) = -1                       | qty=-1
            (a) > (0) and ((b < 1))            | a > 0 and (b < 1)
            cast(note as text) = 'x'           | (note::text = 'x')
            cast(a + b as integer) > 0         | (a + b)::int > 0
            a<-1                               | a < - 1
            price::double precision            | (price::FLOAT8)
            at::timestamp with time zone       | at::timestamptz
            note = $$it's$$                    | note = 'it''s'
            lower((note))                      | lower(note)
            (array[a, 'b'])::text[]            | ARRAY[a::text, cast('b' as text)]
            (array[array['a'::varchar]]::anyarray)::text[] | array[array[('a'::varchar)::text]]
            (array['a'::bit(1)]::bit(1)[])::varbit[] | array[('a'::bit(1))::varbit]
            (((a > 0) and (b > 0)) and (c > 0)) | (a > 0) and (b > 0) and (c > 0)
            ((a or b)::boolean or c) or d      | a or b or c or d
            """)
    void what_the_grammar_reads_as_the_same_is_equal(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.EQUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            qty > 0                            | qty >= 0
            qty > 0                            | (qty>1)
            0.01                               | 1
            qty > 0.5                          | qty > 0.25
            qty > 0                            | price > 0
            qty > 0                            | 0 < qty and price > 0
            true                               | false
            'open'                             | 'closed'
            """)
    void what_is_printed_as_it_is_written_differs(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 < qty                            | qty > 0
            side in ('a', 'b')                 | (side = any (array['a'::text, 'b'::text]))
            'x'                                | 'x'::text
            1.0                                | 1
            'true'                             | 'yes'
            now()                              | current_timestamp
            '2026-01-01'                       | '2026-1-1'
            a::float(10)                       | a::float(20)
            a@-1                               | a @ -1
            x in ((select 1))                  | x in (select 1)
            values ((1, 2))                    | values (1, 2)
            "text"                             | text
            U&"qty"                            | u & qty
            Äpfel                              | äpfel
            "Qty"                              | qty
            not (a and b)                      | not a and b
            not (a and b) and c                | not a and b and c
            (a or b) and c                     | a or b and c
            a and (b and c)                    | a and b and c
            f(array[a])::text[]                | array[a::text]
            f((array[a])::text[])              | f(array[a])::text[]
            (a + b) * c                        | a + b * c
            f((a, b))                          | f(a, b)
            (a).b                              | a.b
            e'a'                               | 'a'
            """)
    void what_only_a_server_can_say_is_unknown(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select a, b from t order by 1      | select a, b from t order by 2     | UNKNOWN
            select A from t where (a > 0)      | select a from t where a>0         | UNKNOWN
            select A from t                    | SELECT a   FROM t;                | EQUAL
            select a from t where a > 0        | select a from t where a < 0       | DIFFERENT
            select a from t                    | select a, b from t                | DIFFERENT
            select f(a, b)                     | select f(a, b), array[1, 2] as c  | DIFFERENT
            select a is distinct from b, "from" from t | select a is not distinct from b from t | DIFFERENT
            select rank() within group (order by a), b from t | select b from t    | DIFFERENT
            select distinct on (a, b) a from t | select distinct a from t group by a, b | UNKNOWN
            select * from t                    | select a, b from t                | UNKNOWN
            select t.* from t                  | select a, b from t                | UNKNOWN
            select a as "order", b from t      | select a as "limit", b from u     | UNKNOWN
            select null::int as int4           | select null::int as "?column?"    | UNKNOWN
            select 1 union select null::int as int4 | select 1 union select null::int as "?column?" | EQUAL
            select 1 union select null::int as a | select 1 union select null::int as "?column?" | UNKNOWN
            select u.int4 from (select null::int as int4) u | select u.int4 from (select null::int as "?column?") u | UNKNOWN
            select (select null::int as int4) = 1 | select (select null::int as "?column?") = 1 | EQUAL
            """)
    void queries_are_compared_too(String one, String other, Likeness likeness) {
        assertThat(new Query(one).likeness(new Query(other))).isEqualTo(likeness);
    }
}
