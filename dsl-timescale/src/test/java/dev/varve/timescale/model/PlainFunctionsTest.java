package dev.varve.timescale.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The plain functions and those of TimescaleDB, side by side in one database. */
class PlainFunctionsTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale, "create extension timescaledb");

    @BeforeEach
    void both() {
        new Extension("timescaledb", Optional.empty())
                .creation(Database.empty()
                        .on(TimescaleEdition.plain(Database.empty().environment())))
                .forEach(statement -> DATABASE.get().execute(statement.sql().text()));
    }

    /** How many of the calls over the rows differ, and how many there are. */
    private static void assertSame(String call, String rows) throws SQLException {
        String query =
                "select count(*) filter (where (public.%1$s) is distinct from (timescale_plain.%1$s)) || ' of ' || (count(*) > 20)"
                        .formatted(call);
        assertThat(ask(query + " from " + rows)).as(call).isEqualTo("0 of true");
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.createStatement().execute("set timezone = 'America/New_York'");
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void buckets_of_times_are_the_same() throws SQLException {
        String widths =
                "unnest(array['1 minute', '7 minutes', '1 hour', '36 hours', '1 day', '1 week', '1 month', '5 months', '1 year']"
                        + "::interval[]) w, ";
        String times = "generate_series(timestamptz '2024-10-20', '2024-11-20', interval '11 hours 7 minutes') t";
        assertSame("time_bucket(w, t)", widths + times);
        assertSame("time_bucket(w, t at time zone 'UTC')", widths + times);
        assertSame("time_bucket(w, t, timestamptz '2001-05-07 03:00+00')", widths + times);
        assertSame("time_bucket(w, t, 'Europe/Berlin')", widths + times);
        assertSame("time_bucket(w, t, 'Asia/Kolkata', timestamptz '2001-05-07 03:00+00')", widths + times);
        assertSame("time_bucket(w, t, interval '90 minutes')", widths + times);
    }

    @Test
    void buckets_of_dates_are_the_same() throws SQLException {
        assertSame(
                "time_bucket(w, d::date)",
                "unnest(array['1 day', '1 week', '1 month', '1 year']::interval[]) w,"
                        + " generate_series(date '1999-12-01', date '2000-03-01', interval '1 day') d");
    }

    @Test
    void buckets_of_whole_numbers_are_the_same() throws SQLException {
        assertSame("time_bucket(w, n)", "unnest(array[1, 7, 100]) w, generate_series(-50, 250, 7) n");
        assertSame(
                "time_bucket(w::bigint, n::bigint, 3::bigint)",
                "unnest(array[10, 100]) w, generate_series(-50, 250, 7) n");
    }

    @Test
    void the_aggregates_are_the_same() throws SQLException {
        String groups =
                " from generate_series(1, 500) n, lateral (select n % 23 as g, n * 7919 % 101 as v, n * 104729 % 257 as t) r"
                        + " group by g) a";
        for (String call : new String[] {"first(v, t)", "last(v, t)", "histogram(v::float8, 10, 90, 5)"}) {
            assertThat(ask(
                            "select bool_and(a.real is not distinct from a.plain) || ' ' || count(*) from (select public."
                                    + call + " as real, timescale_plain." + call + " as plain" + groups))
                    .as(call)
                    .isEqualTo("true 23");
        }
    }

    @Test
    void every_function_of_timescaledb_is_there_or_known_to_be_missing() throws SQLException {
        assertThat(ask("select string_agg(distinct p.proname, ' ') from pg_proc p"
                                + " join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'"
                                + " where p.pronamespace = 'public'::regnamespace and not exists ("
                                + " select from pg_proc q where q.pronamespace = 'timescale_plain'::regnamespace and q.proname = p.proname)")
                        .split(" "))
                .isSubsetOf(PlainFunctions.MISSING);
    }
}
