package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.worded.CreateItems;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Models and revisions that say the same in other words. */
class WordingTest {

    @RegisterExtension
    static final FreshDatabase STOCK = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = VarveCli.of(CreateItems.class)
                .execute(new PrintWriter(out), new PrintWriter(err), Map.of("VARVE_STOCK_URL", STOCK.url()), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Run revision(String... more) {
        String[] all = {
            "revision", "-a", "-m", "Follow", "-d", "stock", "--id", "0002", "--package", "generated", "--sources", ""
        };
        all[all.length - 1] = folder.toString();
        return run(Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void what_cannot_be_compared_without_a_server_is_neither_equal_nor_different() {
        Run run = run("check", "--against", "models");

        assertThat(run.out()).isEqualTo("""
                The models of stock differ from its history in nothing but words.
                  cannot be compared without a server (--against both):
                    table stock.items: "side in ('left', 'right')" and "side = any (array['left', 'right'])"
                """);
        assertThat(run.exitCode()).isEqualTo(VarveCli.UNDECIDED);
    }

    @Test
    void the_same_is_said_as_json() {
        Run run = run("check", "--against", "models", "--json");

        assertThat(run.out()).contains("\"operations\" : [ ]", "\"cannotCompare\" : [ \"table stock.items: ");
        assertThat(run.exitCode()).isEqualTo(VarveCli.UNDECIDED);
    }

    @Test
    void a_server_compares_it() {
        assertThat(run("upgrade").exitCode()).isZero();

        Run run = run("check");

        assertThat(run.out()).isEqualTo("""
                stock is as its history says.
                stock is as its models say.
                """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_revision_says_what_may_be_no_change() {
        Run run = revision();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("""
                Some of it may be no change, because only a server can compare texts:
                  table stock.items: "side in ('left', 'right')" and "side = any (array['left', 'right'])"
                With --from-database nothing is written but what differs.
                """);
        assertThat(new SourceFolder(folder).text("generated.Follow")).contains("""
                    public void define(Changes changes) {
                        // May be no change, which only a server can say: drop constraint ck_side of stock.items
                        // May be no change, which only a server can say: add constraint ck_side to stock.items
                        changes.alter(table("items").inSchema("stock"))
                                .dropConstraint("ck_side")
                                .addCheck("ck_side", "side = any (array['left', 'right'])");
                    }
                """);
    }

    @Test
    void a_revision_from_a_database_needs_not_say_so() {
        assertThat(run("upgrade").exitCode()).isZero();

        assertThat(revision("--from-database").out()).isEqualTo("Nothing to write: stock is as its models say.\n");
    }
}
