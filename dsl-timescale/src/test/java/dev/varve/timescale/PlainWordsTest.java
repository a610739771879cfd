package dev.varve.timescale;

import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.MarketStory.DATABASE_NAME;
import static dev.varve.timescale.Timescale.PLAIN;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.function;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.locf;
import static dev.varve.timescale.Timescale.materializedView;
import static dev.varve.timescale.Timescale.reversedBy;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.timeBucketGapfill;
import static dev.varve.timescale.Timescale.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
import dev.varve.model.RefusedException;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.PlainCalls;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The mode in which a migrator does without TimescaleDB is said with a word. */
class PlainWordsTest {

    private static final Field<OffsetDateTime> TS = field(name("ts"), OffsetDateTime.class);

    /** A view without gaps. */
    @Revision(id = "0001", database = DATABASE_NAME)
    static final class FillGaps implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"));
            changes.create(table("ticks")
                    .column("ts", timestamptz().notNull())
                    .column("price", numeric())
                    .hypertable(by("ts").every(hours(1))));
            OffsetDateTime begin = OffsetDateTime.parse("2025-01-01T00:00:00Z");
            changes.create(view("hours")
                    .as(select(
                                    timeBucketGapfill(hours(1), TS, inline(begin), inline(begin.plusDays(1)))
                                            .as("hour"),
                                    locf(avg(field(name("price"), BigDecimal.class)))
                                            .as("price"))
                            .from(org.jooq.impl.DSL.table(name("public", "ticks")))
                            .groupBy(inline(1))));
        }
    }

    private static MigratorBuilder on(TestDatabase database) {
        return Migrator.builder().database(DATABASE_NAME, database.dataSource());
    }

    @Test
    void a_market_is_made_plain_and_stays_plain() {
        try (TestDatabase database = TestServers.embedded().create()) {
            Migrator plain =
                    on(database).migrations(MarketStory.REVISIONS).mode(PLAIN).build();
            plain.upgrade();
            assertThat(plain.check(DATABASE_NAME).findings()).isEmpty();

            assertThatThrownBy(() -> on(database)
                            .migrations(MarketStory.REVISIONS)
                            .build()
                            .check(DATABASE_NAME))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Choose the plain mode as before (--plain, mode(PLAIN))");
        }
    }

    @Test
    void gaps_are_filled_with_timescaledb_and_refused_without_it_when_the_history_is_loaded() {
        try (TestDatabase real = TestServers.timescale().create()) {
            Migrator migrator = on(real).migrations(List.of(FillGaps.class)).build();
            migrator.upgrade();
            assertThat(migrator.check(DATABASE_NAME).findings()).isEmpty();
        }

        Migrator plain = Migrator.builder()
                .database(DATABASE_NAME, new PGSimpleDataSource()) // nobody connects
                .migrations(List.of(FillGaps.class))
                .mode(PLAIN)
                .build();
        assertThatThrownBy(() -> plain.history().revisions(DATABASE_NAME))
                .isInstanceOf(HistoryException.class)
                .hasMessage(
                        "Revision 0001 (dev.varve.timescale.PlainWordsTest$FillGaps) cannot create view public.hours. It calls"
                                + " \"time_bucket_gapfill\", which no PostgreSQL without TimescaleDB has. Leave out the plain mode, or that"
                                + " call.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select public.add_job('public.clean', interval '1 day')",
                "do $$ begin perform approximate_row_count('ticks'); end $$",
                "create view public.v as select \"public\".\"locf\"(1)",
                "create index on public.ticks ((to_uuidv7(ts)))"
            })
    void what_only_timescaledb_has_is_found_wherever_it_is_called(String sql) {
        assertThat(new PlainCalls(sql).missing()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select mine.add_job('public.clean')",
                "select public.time_bucket('1 hour', ts), first(price, ts) from public.ticks",
                "create table public.t (locf int, interpolate int)",
                "select 'locf(price)' -- interpolate(price)"
            })
    void what_only_looks_like_it_is_not(String sql) {
        assertThat(new PlainCalls(sql).missing()).isEmpty();
    }

    /** A function of the same name, and a view that calls what stands in the place of TimescaleDB's. */
    @Revision(id = "0001", database = DATABASE_NAME)
    static final class OwnFunctions implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"));
            changes.create(table("ticks")
                    .column("ts", timestamptz().notNull())
                    .column("price", numeric())
                    .hypertable(by("ts").every(hours(1))));
            changes.create(function("locf")
                    .argument("price", numeric())
                    .returns(numeric())
                    .language("sql")
                    .body("select price"));
            changes.create(view("hours")
                    .as(
                            "select public.time_bucket(interval '1 hour', t.ts) as hour, public.first(t.price, t.ts) as open,"
                                    + " public.locf(max(t.price)) as high from public.ticks t group by 1"));
            changes.create(materializedView("days")
                    .as("select public.time_bucket(interval '1 day', t.ts) as day, public.last(t.price, t.ts) as close"
                            + " from public.ticks t group by 1"));
            changes.execute(
                    "insert into public.ticks select public.time_bucket(interval '1 hour', timestamptz '2025-01-02 10:30+00'), 9",
                    reversedBy("truncate public.ticks"));
        }
    }

    @Test
    void whatever_calls_buckets_calls_those_that_are_there() throws SQLException {
        try (TestDatabase database = TestServers.embedded().create()) {
            Migrator migrator = on(database)
                    .migrations(List.of(OwnFunctions.class))
                    .mode(PLAIN)
                    .build();
            migrator.upgrade();

            assertThat(migrator.check(DATABASE_NAME).findings()).isEmpty();
            database.execute("insert into public.ticks values ('2025-01-01 10:30+00', 7), ('2025-01-01 10:10+00', 5)");
            try (Connection connection = database.connect();
                    ResultSet row =
                            connection.createStatement().executeQuery("select open || ' ' || high from public.hours")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("5 7");
            }
        }
    }
}
