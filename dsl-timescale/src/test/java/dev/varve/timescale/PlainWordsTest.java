package dev.varve.timescale;

import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.MarketStory.DATABASE_NAME;
import static dev.varve.timescale.Timescale.PLAIN;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.locf;
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
import dev.varve.introspect.Introspector;
import dev.varve.model.RefusedException;
import dev.varve.revision.Revision;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

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
    void gaps_are_filled_with_timescaledb_and_refused_without_it_before_anything_runs() throws SQLException {
        try (TestDatabase real = TestServers.timescale().create();
                TestDatabase plain = TestServers.embedded().create()) {
            on(real).migrations(List.of(FillGaps.class)).build().upgrade();
            assertThat(on(real).migrations(List.of(FillGaps.class))
                            .build()
                            .check(DATABASE_NAME)
                            .findings())
                    .isEmpty();

            assertThatThrownBy(() -> on(plain)
                            .migrations(List.of(FillGaps.class))
                            .mode(PLAIN)
                            .build()
                            .upgrade())
                    .isInstanceOf(RefusedException.class)
                    .hasMessageMatching(
                            "\"create view public.hours\" calls (time_bucket_gapfill|locf), which no PostgreSQL without"
                                    + " TimescaleDB has. Leave out the plain mode, or that call.");
            try (Connection connection = plain.connect()) {
                assertThat(Introspector.create()
                                .ignoring("varve")
                                .read(connection)
                                .database()
                                .objects())
                        .extracting(object -> object.id().toString())
                        .doesNotContain("table public.ticks");
            }
        }
    }
}
