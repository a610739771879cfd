package dev.varve.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who types the commands of the README one after the other, on embedded databases in an empty folder. */
class TradingStoryTest {

    @TempDir
    Path folder;

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(folder).execute(new PrintWriter(out), new PrintWriter(err), Map.of(), arguments);
        return new Run(code, timeless(out.toString()), err.toString());
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d by \\w+", "<when> by <whom>")
                .replaceAll("\\d+ ms", "<n> ms");
    }

    @Test
    void two_databases_come_from_nothing_go_back_and_come_again() {
        Run init = run("init");
        assertThat(init.err())
                .isEqualTo(
                        "Using the embedded PostgreSQL in " + folder
                                + ". It has no TimescaleDB: hypertables are plain tables there,"
                                + " continuous aggregates are views, and compression, retention and refresh policies are skipped.\n");
        assertThat(init.out())
                .contains(
                        "up    postgres  20250411_0001  Init postgres",
                        "up    timescale  20250411_0003  Create market data tables")
                .contains(
                        "postgres   20250411_0005  Audit critical tables      after 20250411_0004                 applied <when>");
        assertThat(init.exitCode()).isZero();

        assertThat(run("current").out()).isEqualTo("""
                        postgres   20250411_0005  Audit critical tables  (head)
                        timescale  20250418_0007  Create candles         (head)
                        """);

        Run refused = run("downgrade", "--database", "postgres", "-r", "20250411_0001");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("This would lose:\n", "  the rows of trading.orders\n", "Nothing was changed.");

        Run down = run("downgrade", "--database", "postgres", "-r", "20250411_0001", "--accept-loss", "all");
        assertThat(down.exitCode()).isZero();
        assertThat(down.out())
                .contains(
                        "down  postgres  20250411_0005  Audit critical tables",
                        "down  postgres  20250411_0004  Create trading tables");

        assertThat(run("history").out()).isEqualTo("""
                        timescale  20250418_0007  Create candles             after 20250418_0006                 applied <when> by <whom>, <n> ms
                        timescale  20250418_0006  Spread market data         after 20250411_0003                 applied <when> by <whom>, <n> ms
                        postgres   20250411_0005  Audit critical tables      after 20250411_0004                 pending
                        postgres   20250411_0004  Create trading tables      after 20250411_0001                 pending
                        timescale  20250411_0003  Create market data tables  after 20250411_0002                 applied <when> by <whom>, <n> ms
                        timescale  20250411_0002  Init timescale             requires 20250411_0001 of postgres  applied <when> by <whom>, <n> ms
                        postgres   20250411_0001  Init postgres                                                  applied <when> by <whom>, <n> ms
                        """);

        assertThat(run("upgrade").out())
                .contains(
                        "up    postgres  20250411_0004  Create trading tables",
                        "up    postgres  20250411_0005  Audit critical tables");
        assertThat(run("check").exitCode()).isZero();
    }
}
