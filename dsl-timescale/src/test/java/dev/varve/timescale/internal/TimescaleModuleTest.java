package dev.varve.timescale.internal;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.CompressionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimescaleModuleTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private final Introspector introspector = Introspector.create();

    private Database create(Database start, SchemaObject... objects) {
        Database state = start;
        for (SchemaObject object : objects) {
            for (Statement statement : object.creation(state)) {
                DATABASE.get().execute("set search_path = ''", statement.sql().text());
            }
            state = state.plus(object);
        }
        return state;
    }

    private Introspection read() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return introspector.read(connection);
        }
    }

    private static Extension extension(String... schema) {
        return new Extension("timescaledb", List.of(schema).stream().findFirst());
    }

    @Test
    void a_database_without_the_extension_is_read_as_ever() throws SQLException {
        create(Database.empty(), SCHEMA);

        assertThat(read().database().objects()).containsExactly(SCHEMA);
    }

    @Test
    void chunks_and_what_stores_aggregates_are_not_shown() throws SQLException {
        Database declared = create(Database.empty(), extension(), SCHEMA, FULL_TICKS, HOURLY, DAILY);
        DATABASE.get()
                .execute(
                        ROWS,
                        "select compress_chunk(c) from show_chunks('trading.ticks') c",
                        "call refresh_continuous_aggregate('trading.hourly', null, null)",
                        "call refresh_continuous_aggregate('trading.daily', null, null)");

        assertThat(read().database().objects().map(SchemaObject::id))
                .containsExactlyElementsOf(
                        declared.objects().map(SchemaObject::id).toList());
        assertThat(read().unreadable()).isEmpty();
    }

    /** PostgreSQL calls an index that nobody named like those of TimescaleDB. */
    @Test
    void an_index_of_an_aggregate_is_somebodys_by_its_columns() throws SQLException {
        create(Database.empty(), extension(), SCHEMA, FULL_TICKS, HOURLY);
        DATABASE.get()
                .execute(
                        "create index on trading.hourly (open)",
                        "create index on trading.hourly (symbol, bucket desc)");

        assertThat(read().database()
                        .objects()
                        .filter(AggregateIndex.class::isInstance)
                        .map(index ->
                                ((AggregateIndex) index).index().keyColumns().toList()))
                .containsExactlyInAnyOrder(List.of("open"), List.of("symbol", "bucket"));
        assertThat(read().unreadable()).isEmpty();
    }

    @Test
    void an_index_of_timescaledb_that_is_gone_is_reported() throws SQLException {
        create(Database.empty(), extension(), SCHEMA, FULL_TICKS, HOURLY);
        DATABASE.get()
                .execute("do $$ declare i regclass; begin select indexrelid into i from pg_index"
                        + " where indrelid = (select format('%I.%I', materialization_hypertable_schema,"
                        + " materialization_hypertable_name)::regclass from timescaledb_information.continuous_aggregates)"
                        + " and indnatts = 1; execute 'drop index ' || i; end $$");

        assertThat(read().unreadable())
                .containsExactly(
                        "indexes that TimescaleDB made of continuous aggregate trading.hourly, of which some are gone");
    }

    @Test
    void functions_are_called_where_the_extension_lives() throws SQLException {
        Database declared =
                create(Database.empty(), new Schema("ts"), extension("ts"), SCHEMA, FULL_TICKS, HOURLY, DAILY);

        try (Connection connection = DATABASE.connect()) {
            Database found = introspector.read(connection).database();
            Database normal = introspector.normalized(connection, declared);
            assertThat(found.objects().toList()).isEqualTo(normal.objects().toList());
            assertThat(found.get(HOURLY.id()).query().text()).contains("ts.time_bucket(");
        }
    }

    /** It would stand in the way of everything else that somebody changed. */
    @Test
    void a_policy_of_a_compression_that_has_ended_is_reported_with_what_removes_it() throws SQLException {
        Database declared = create(Database.empty(), extension(), SCHEMA, FULL_TICKS);
        DATABASE.get().execute("alter table trading.ticks set (timescaledb.compress = false)");

        Table read = read().database().get(FULL_TICKS.id());
        assertThat(read.facet(CompressionPolicy.class)).isEmpty();
        assertThat(read().unreadable())
                .containsExactly(
                        "compression policy of trading.ticks, which fails at every run, because the compression"
                                + " has ended; remove_compression_policy('trading.ticks') removes it");

        DATABASE.get().execute("select remove_compression_policy('trading.ticks')");
        Database state = read().database();
        for (Operation back : Difference.between(state, declared).operations()) {
            for (Statement statement : back.statements(state)) {
                DATABASE.get().execute("set search_path = ''", statement.sql().text());
            }
            state = back.after(state);
        }
        assertThat(read().database().get(FULL_TICKS.id())).isEqualTo(declared.get(FULL_TICKS.id()));
        assertThat(read().unreadable()).isEmpty();
    }

    @Test
    void settings_that_cannot_be_said_are_reported() throws SQLException {
        create(Database.empty(), extension(), SCHEMA, FULL_TICKS, HOURLY);
        DATABASE.get()
                .execute(
                        "create index ix on trading.ticks (traded)",
                        "select add_reorder_policy('trading.ticks', 'ix')",
                        "drop index trading.ix",
                        "create procedure trading.job(id int, config jsonb) language sql as ''",
                        "select add_job('trading.job', interval '1 hour') from generate_series(1, 2)",
                        "select alter_job(job_id, job_name => 'mine') from timescaledb_information.jobs where proc_name ~ 'retention'",
                        "select alter_job(job_id, config => config || '{\"compress_after_refresh\": true}')"
                                + " from timescaledb_information.jobs where proc_name ~ 'refresh'");

        assertThat(read().unreadable())
                .contains("reorder policy trading.ticks, whose index \"ix\" is gone")
                .anyMatch(what -> what.matches("job \\d+ \\(job\\)"))
                .anyMatch(what -> what.matches("job \\d+ \\(policy_refresh_continuous_aggregate of trading.hourly\\)"))
                .anyMatch(what -> what.matches("job \\d+ \\(policy_retention of trading.ticks\\)"))
                .hasSize(4);
    }
}
