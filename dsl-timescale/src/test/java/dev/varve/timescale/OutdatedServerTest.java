package dev.varve.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.execute.Migrator;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Extension;
import dev.varve.model.RefusedException;
import dev.varve.operation.CreateObject;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A TimescaleDB that is older than everything that the library knows; what is installed is taken for one. */
class OutdatedServerTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static Environment outdated(Environment server, TimescaleEdition.Readiness readiness) {
        TimescaleEdition edition = new TimescaleEdition(
                TimescaleEdition.License.COMMUNITY, new TimescaleVersion(2, 10), "public", readiness);
        return server.with(TimescaleEdition.class, edition);
    }

    private static Migrator migrator(TimescaleEdition.Readiness readiness) {
        return Migrator.builder()
                .database(MarketStory.DATABASE_NAME, DATABASE.dataSource(), server -> outdated(server, readiness))
                .migrations(MarketStory.REVISIONS)
                .build();
    }

    private static Stream<?> objects() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return Introspector.create().read(connection).database().objects();
        }
    }

    @Test
    void one_that_is_in_use_is_refused_before_anything_runs() throws SQLException {
        Migrator migrator = migrator(TimescaleEdition.Readiness.INSTALLED);

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "This database has TimescaleDB 2.10, but 2.11 is the oldest that the library knows. Install a"
                                + " newer version for this PostgreSQL, and run \"alter extension timescaledb update\" as the first"
                                + " statement of a connection (psql -X).");
        assertThatThrownBy(() -> migrator.check(MarketStory.DATABASE_NAME)).isInstanceOf(RefusedException.class);
        assertThat(objects()).isEmpty();
    }

    @Test
    void one_that_would_be_created_is_refused_before_anything_runs() throws SQLException {
        Migrator migrator = migrator(TimescaleEdition.Readiness.READY);

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(RefusedException.class)
                .hasMessage("This server would create TimescaleDB 2.10, but 2.11 is the oldest that the library knows."
                        + " Install a newer version for this PostgreSQL.");
        assertThat(objects()).isEmpty();
    }

    @Test
    void the_oldest_that_is_known_is_taken() {
        TimescaleEdition oldest = new TimescaleEdition(
                TimescaleEdition.License.COMMUNITY,
                TimescaleVersion.OLDEST,
                "public",
                TimescaleEdition.Readiness.READY);
        Database before = Database.empty().on(Environment.NEWEST.with(TimescaleEdition.class, oldest));

        assertThat(new CreateObject(new Extension("timescaledb", Optional.empty())).statements(before))
                .hasToString("[create extension if not exists timescaledb schema public]");
    }
}
