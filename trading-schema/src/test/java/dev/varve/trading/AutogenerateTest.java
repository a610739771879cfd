package dev.varve.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.SourceFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes a model of the platform and lets the next revision be written; no server is needed for that. */
class AutogenerateTest {

    private static final Path MODELS = Path.of("src/main/java/dev/varve/trading/model");

    @TempDir
    Path folder;

    /** Compiles a model with a part of it changed, to be found before the one that is not. */
    private void change(String model, String from, String to) throws IOException {
        String text = Files.readString(MODELS.resolve(model + ".java"));
        assertThat(text).contains(from);
        Path file = Files.createDirectories(folder.resolve("changed")).resolve(model + ".java");
        Files.writeString(file, text.replace(from, to));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes(), "-cp", classPath(), file.toString());
        assertThat(result).isZero();
    }

    private String classes() {
        return folder.resolve("classes").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes() + java.io.File.pathSeparator + classPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit code " + process.waitFor();
    }

    private String revision(String database) throws IOException, InterruptedException {
        Path sources = folder.resolve("sources");
        String said = run(
                "revision",
                "-m",
                "Follow the models",
                "-a",
                "-d",
                database,
                "--id",
                "0008",
                "--sources",
                sources.toString(),
                "--package",
                "generated");
        assertThat(said).endsWith("exit code 0");
        return new SourceFolder(sources).text("generated.FollowTheModels");
    }

    @Test
    void a_hypertable_changes_in_its_own_words() throws Exception {
        change("Trades", ".retain(days(365))", ".retain(days(730)).skipChunksBy(\"trade_id\").index(\"trade_id\")");

        assertThat(run("check", "--against", "models", "-d", "timescale"))
                .contains("create index", "retention policy of 730 days", "exit code 3");
        assertThat(revision("timescale")).isEqualTo("""
                        package generated;

                        import static dev.varve.timescale.Timescale.*;

                        import dev.varve.dsl.Changes;
                        import dev.varve.dsl.Migration;
                        import dev.varve.revision.Revision;

                        /** Follow the models. */
                        @Revision(id = "0008", database = "timescale", dependsOn = dev.varve.trading.timescale.CreateCandles.class)
                        public final class FollowTheModels implements Migration {

                            @Override
                            public void define(Changes changes) {
                                changes.alter(table("trades").inSchema("market_data"))
                                        .retain(days(730))
                                        .skipChunksBy("trade_id")
                                        .addIndex("trade_id");
                            }
                        }
                        """);
    }

    @Test
    void another_query_makes_the_aggregates_above_it_again_too() throws Exception {
        change("Candles", "count().as(\"trades\")", "count().as(\"trades\"), max(QUANTITY).as(\"largest\")");

        assertThat(revision("timescale"))
                .containsSubsequence(
                        "changes.drop(continuousAggregate(\"candles_1d\").inSchema(\"market_data\"));",
                        "changes.drop(continuousAggregate(\"candles_1m\").inSchema(\"market_data\"));",
                        "changes.create(continuousAggregate(\"candles_1m\").inSchema(\"market_data\")",
                        "max(quantity) as largest",
                        "changes.create(continuousAggregate(\"candles_5m\").inSchema(\"market_data\")",
                        ".refresh(every(minutes(5)).from(hours(6)).until(minutes(5)))",
                        ".compress(after(days(7)).segmentBy(\"symbol\").orderBy(desc(\"bucket\")))",
                        ".retain(days(730))",
                        "changes.create(continuousAggregate(\"candles_1h\").inSchema(\"market_data\")",
                        "changes.create(continuousAggregate(\"candles_1d\").inSchema(\"market_data\")",
                        ".withoutGroupIndexes()",
                        "changes.comment(continuousAggregate(\"candles_1d\").inSchema(\"market_data\")",
                        "addIndex(");
    }

    @Test
    void a_table_changes_in_the_words_of_core() throws Exception {
        change("Accounts", "varchar(34)", "varchar(40)");

        assertThat(revision("postgres"))
                .contains("import static dev.varve.dsl.Postgres.*;", ".alterColumn(\"number\", type(varchar(40)))")
                .doesNotContain("Timescale");
    }
}
