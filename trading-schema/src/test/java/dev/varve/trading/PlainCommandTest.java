package dev.varve.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plain} does without TimescaleDB on a server that somebody named. */
class PlainCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(TestDatabase postgres, TestDatabase timescale, String... arguments) {
        Map<String, String> environment =
                Map.of("VARVE_POSTGRES_URL", postgres.url(), "VARVE_TIMESCALE_URL", timescale.url());
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(folder).execute(new PrintWriter(out), new PrintWriter(err), environment, arguments);
    }

    @Test
    void a_database_that_is_made_plain_is_told_apart_from_then_on() {
        try (TestDatabase postgres = TestServers.embedded().create();
                TestDatabase timescale = TestServers.embedded().create()) {
            assertThat(run(postgres, timescale, "upgrade")).isEqualTo(1);
            assertThat(err.toString())
                    .contains("TimescaleDB is not installed on this server")
                    .contains("--plain");

            assertThat(run(postgres, timescale, "upgrade", "--plain"))
                    .as(err.toString())
                    .isZero();
            assertThat(run(postgres, timescale, "check", "--plain"))
                    .as(out.toString())
                    .isZero();
            assertThat(run(postgres, timescale, "check")).isEqualTo(1);
            assertThat(err.toString())
                    .contains("This database was made without TimescaleDB")
                    .contains("--plain");
        }
    }

    @Test
    void a_script_can_be_printed_for_a_plain_server() {
        try (TestDatabase postgres = TestServers.embedded().create();
                TestDatabase timescale = TestServers.embedded().create()) {
            assertThat(run(postgres, timescale, "upgrade", "--sql", "--plain", "-d", "timescale"))
                    .isZero();
            assertThat(out.toString()).contains("create view market_data.candles_1d");
            assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("select public.create_hypertable"));
        }
    }
}
