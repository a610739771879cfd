package dev.varve.imported;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.VarveCli;
import dev.varve.dsl.Migration;
import dev.varve.execute.CheckResult;
import dev.varve.execute.Migrator;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import dev.varve.timescale.Timescale;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A TimescaleDB that grew by plain SQL is taken over with all that TimescaleDB knows of it. */
class ImportTimescaleTest {

    private static final String ROLL_UP = """
            select time_bucket('1 day', bucket) as bucket, sensor_id, max(high) as high
            from conditions_hourly group by 1, 2 with no data
            """;

    @RegisterExtension
    static final FreshDatabase GROWN = FreshDatabase.on(
            TestServers::timescale,
            "create extension timescaledb",
            "create table sensors (id serial primary key, type text not null, location text)",
            """
            create table conditions (time timestamptz not null, sensor_id int not null references sensors (id),
                temperature double precision, humidity double precision, unique (sensor_id, time))
            """,
            "select create_hypertable('conditions', by_range('time', interval '1 day'))",
            "select add_dimension('conditions', by_hash('sensor_id', 4))",
            """
            alter table conditions set (timescaledb.compress, timescaledb.compress_segmentby = 'sensor_id',
                timescaledb.compress_orderby = 'time desc nulls last, temperature')
            """,
            "select add_compression_policy('conditions', compress_after => interval '60 days')",
            "select add_retention_policy('conditions', drop_after => interval '1 year', initial_start => '2025-01-01 02:00+00', timezone => 'Europe/Berlin')",
            "select add_reorder_policy('conditions', 'conditions_time_idx')",
            "create table events (id bigint not null, payload jsonb)",
            "select create_hypertable('events', 'id', chunk_time_interval => 100000)",
            "create function current_event() returns bigint language sql stable as 'select coalesce(max(id), 0) from public.events'",
            "select set_integer_now_func('events', 'current_event')",
            "alter table events set (timescaledb.compress)",
            "select add_compression_policy('events', compress_after => 500000)",
            """
            create materialized view conditions_hourly with (timescaledb.continuous, timescaledb.materialized_only = false) as
            select time_bucket('1 hour', time) as bucket, sensor_id, avg(temperature) as average, max(temperature) as high
            from conditions group by 1, 2 with no data
            """,
            "select add_continuous_aggregate_policy('conditions_hourly', start_offset => interval '1 month', end_offset => interval '1 hour', schedule_interval => interval '1 hour')",
            "select add_retention_policy('conditions_hourly', drop_after => interval '2 years')",
            "create index conditions_hourly_high on conditions_hourly (high desc, sensor_id)",
            "create materialized view conditions_daily with (timescaledb.continuous) as " + ROLL_UP,
            "alter materialized view conditions_daily set (timescaledb.compress, timescaledb.compress_segmentby = 'sensor_id')",
            "comment on view conditions_daily is 'What a chart shows'",
            "create view hot as select d.bucket, s.type from conditions_daily d join sensors s on s.id = d.sensor_id where d.high > 40",
            "create function tidy(job integer, config jsonb) returns void language plpgsql as $$ begin perform 1; end $$",
            "select add_job('tidy', interval '2 hours', config => '{\"keep\": 30, \"deep\": {\"a\": [1.5, null]}}', job_name => 'tidying')");

    @RegisterExtension
    static final FreshDatabase EMPTY = FreshDatabase.on(TestServers::timescale);

    @RegisterExtension
    static final FreshDatabase PLAIN = FreshDatabase.on(TestServers::embedded);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(FreshDatabase from, String... arguments) {
        return VarveCli.of(Nothing.class)
                .execute(
                        new PrintWriter(out), new PrintWriter(err), Map.of("VARVE_METRICS_URL", from.url()), arguments);
    }

    private List<Class<? extends Migration>> imported() {
        int code = run(
                GROWN, "import", "-d", "metrics", "--sources", folder.toString(), "--package", "grown", "--id", "0001");
        assertThat(code).as("%s%s", out, err).isZero();
        return new SourceFolder(folder).migrations();
    }

    private static Migrator migrator(FreshDatabase database, List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("metrics", database.dataSource())
                .migrations(migrations)
                .build();
    }

    @Test
    void it_is_written_in_the_words_of_timescale() {
        imported();

        assertThat(new SourceFolder(folder).text("grown.Baseline"))
                .contains(
                        "import static dev.varve.timescale.Timescale.*;",
                        ".hypertable(by(\"time\").every(days(1)), hash(\"sensor_id\", 4))",
                        "after(days(60))",
                        ".segmentBy(\"sensor_id\")",
                        ".orderBy(desc(\"time\").withNullsLast(), asc(\"temperature\"))",
                        "schedule().startingAt(Instant.parse(\"2025-01-01T02:00:00Z\")).in(\"Europe/Berlin\")",
                        ".reorder(\"conditions_time_idx\", schedule().every(hours(12)))",
                        ".refresh(every(hours(1)).from(months(1)).until(hours(1)))",
                        ".telling(\"keep\", 30)")
                .doesNotContain("changes.add(", "postgres.*");
    }

    @Test
    void the_database_is_taken_over_as_it_stands() {
        Migrator grown = migrator(GROWN, imported());

        assertThat(grown.upgrade().steps()).isEmpty();
        assertThat(grown.check("metrics").findings()).isEmpty();
    }

    @Test
    void the_revision_makes_an_equal_database_of_an_empty_one() {
        Migrator empty = migrator(EMPTY, imported());

        empty.upgrade();

        CheckResult check = empty.check("metrics");
        assertThat(check.findings()).isEmpty();
        assertThat(check.unreadable()).isEmpty();
        assertThat(comparable(EMPTY)).isEqualTo(comparable(GROWN));
    }

    /** What pg_dump writes of what is no affair of TimescaleDB, whose own tables have numbers that depend on what was made before. */
    private static String comparable(FreshDatabase database) {
        database.get().execute("drop schema varve cascade");
        return database.get()
                .dump()
                .orElseThrow()
                .replaceAll(
                        "(_materialized_hypertable|_direct_view|_partial_view|_compressed_hypertable|_hyper)_\\d+",
                        "$1_N")
                .lines()
                .filter(line -> !line.isBlank())
                .sorted()
                .collect(joining("\n"));
    }

    @Test
    void a_database_that_is_plain_keeps_being_plain() {
        Migrator plain = Migrator.builder()
                .database("metrics", PLAIN.dataSource())
                .migrations(imported())
                .mode(Timescale.PLAIN)
                .build();
        plain.upgrade();
        out.getBuffer().setLength(0);

        assertThat(plain.check("metrics").findings()).isEmpty();
        int code = run(
                PLAIN,
                "import",
                "-d",
                "metrics",
                "--sources",
                folder.resolve("again").toString(),
                "--package",
                "again",
                "--id",
                "0001");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("This database was made without TimescaleDB", "--plain");
    }
}
