package dev.varve.timescale;

import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.MarketStory.DATABASE_NAME;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.RefusedException;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.TimescaleEdition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A database is treated as one with TimescaleDB or as one without it, always in the same way. */
class PlainModeTest {

    private static final String MADE_PLAIN =
            "This database was made without TimescaleDB, as its schema \"timescale_plain\" tells: its hypertables are plain"
                    + " tables and its continuous aggregates plain views, of which TimescaleDB cannot make what they stand for."
                    + " Choose the plain mode as before (--plain, mode(PLAIN)), or migrate an empty database with TimescaleDB and copy the rows.";

    /** The extension is somebody else's affair, so that the history does not say it. */
    @Revision(id = "0001", database = DATABASE_NAME)
    static final class CreateTicks implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("ticks").column("ts", timestamptz().notNull()).hypertable(by("ts").every(hours(1))));
        }
    }

    @Revision(id = "0001", database = DATABASE_NAME)
    static final class MakeQuotesAHypertable implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("quotes").column("ts", timestamptz().notNull()));
            changes.alter(table("quotes")).hypertable(by("ts").every(hours(1)));
        }
    }

    private static MigratorBuilder on(TestDatabase database, UnaryOperator<Environment> environment) {
        return Migrator.builder()
                .database(DATABASE_NAME, database.dataSource(), environment)
                .acceptLoss(LossAcceptance.ALL);
    }

    private static Migrator market(TestDatabase database, UnaryOperator<Environment> environment) {
        return on(database, environment).migrations(MarketStory.REVISIONS).build();
    }

    private static Database read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.create().read(connection).database();
        }
    }

    @Test
    void what_was_made_plain_is_not_taken_over_by_timescaledb() throws SQLException {
        try (TestDatabase database = TestServers.timescale().create()) {
            market(database, TimescaleEdition::plain).upgrade();
            Database full = read(database);
            Migrator real = market(database, UnaryOperator.identity());

            assertThatThrownBy(() -> real.downgrade(RevisionTarget.BASE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage(MADE_PLAIN);
            assertThatThrownBy(() -> real.check(DATABASE_NAME)).hasMessage(MADE_PLAIN);
            assertThat(read(database)).isEqualTo(full);
            market(database, TimescaleEdition::plain).downgrade(RevisionTarget.BASE);
            real.upgrade();
            assertThat(real.check(DATABASE_NAME).findings()).isEmpty();
        }
    }

    @Test
    void what_has_timescaledb_is_not_treated_as_plain() throws SQLException {
        try (TestDatabase database = TestServers.timescale().create()) {
            market(database, UnaryOperator.identity()).upgrade();
            Database full = read(database);

            assertThatThrownBy(() -> market(database, TimescaleEdition::plain).downgrade(RevisionTarget.BASE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("This database has TimescaleDB 2.")
                    .hasMessageEndingWith(
                            "and cannot be treated as a plain PostgreSQL: what is a hypertable in it would be"
                                    + " altered as if it were a table. Leave out the plain mode (--plain, mode(PLAIN)), or choose a database"
                                    + " without the extension.");
            assertThat(read(database)).isEqualTo(full);
        }
    }

    @Test
    void a_database_is_known_as_plain_without_an_extension_in_its_history() {
        for (Class<? extends Migration> revision :
                List.<Class<? extends Migration>>of(CreateTicks.class, MakeQuotesAHypertable.class)) {
            try (TestDatabase database = TestServers.embedded().create()) {
                on(database, TimescaleEdition::plain)
                        .migrations(List.of(revision))
                        .build()
                        .upgrade();

                assertThatThrownBy(() -> on(database, UnaryOperator.identity())
                                .migrations(List.of(revision))
                                .build()
                                .check(DATABASE_NAME))
                        .hasMessage(MADE_PLAIN);
            }
        }
    }
}
