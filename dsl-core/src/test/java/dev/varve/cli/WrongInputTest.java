package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.example.CreateOrders;
import dev.varve.plan.Plans;
import dev.varve.testing.CommandRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say to what they cannot do, before they ask any database. */
class WrongInputTest {

    @TempDir
    Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(VarveCli.of(CreateOrders.class).named("shop"), Map.of(), arguments);
    }

    private static String refused(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).isEqualTo(VarveCli.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("\tat ");
        return run.err().strip();
    }

    private String revision(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(new String[] {"revision", "-m", "Add notes", "-d", "orders"}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return refused(all);
    }

    @Test
    void what_is_missing_is_said_in_two_lines() {
        CommandRun run = run("downgrade");

        assertThat(run.exitCode()).isEqualTo(VarveCli.USAGE);
        assertThat(run.err()).isEqualTo("""
                Missing required option: '--database=NAME'
                "shop downgrade --help" explains its options.
                """);
        assertThat(run("upgrad").err())
                .contains("Did you mean: shop upgrade", "\"shop --help\" explains the commands.");
        assertThat(run().err()).startsWith("Which command?").contains("Takes applied revisions of a database back");
    }

    @Test
    void an_option_about_a_database_that_is_not_there_is_not_passed_over() {
        assertThat(refused("current", "--url", "order=jdbc:postgresql://localhost/x"))
                .isEqualTo("There is no database \"order\"; there are market, orders. Did you mean \"orders\"?");
    }

    @Test
    void an_option_that_would_do_nothing_is_refused() {
        assertThat(refused("upgrade", "--from", "0001")).startsWith("--from says where a script begins");
        assertThat(refused("drift", "-d", "orders", "-m", "x"))
                .isEqualTo("-m says what the revision of --adopt is about. Say --adopt as well to have one.");
        assertThat(refused("init", "--skip-orders", "--skip-market"))
                .isEqualTo("Every database is to be skipped, so there is nothing to do.");
    }

    @Test
    void a_host_that_is_not_there_is_named() {
        assertThat(refused("current", "-d", "orders", "--url", "orders=jdbc:postgresql://nobody.invalid/x"))
                .isEqualTo(
                        "No connection to the database \"orders\": there is no host \"nobody.invalid\". Check the host in the URL.");
    }

    @Test
    void a_revision_needs_an_id_of_its_own() {
        assertThat(revision("--id", "0001"))
                .isEqualTo(
                        "There is already a revision 0001 (dev.varve.cli.example.CreateOrders). Say another --id, or none.");
        assertThat(revision("--id", "a b")).isEqualTo("The id \"a b\" is empty or holds white space.");
        assertThat(revision("--id", "head")).startsWith("The id \"head\" has a meaning of its own");
    }

    @Test
    void a_revision_needs_a_package_and_a_folder_that_can_be() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path elsewhere = Files.writeString(folder.resolve("varve.properties"), "sources=nowhere\n");

        assertThat(revision("--package", "1x"))
                .isEqualTo("\"1x\" is no name of a package; it looks like com.example.migrations.");
        assertThat(revision("--sources", file.toString()))
                .startsWith("The classes cannot be written to " + file)
                .endsWith("Name another folder with --sources.");
        assertThat(revision("--config", elsewhere.toString()))
                .startsWith("There is no folder nowhere in ")
                .endsWith("Nothing was written.");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        Path malformed = Files.writeString(folder.resolve("varve.properties"), "a=\\u12\n");

        assertThat(refused("current", "--config", malformed.toString()))
                .isEqualTo("The file " + malformed + " cannot be read (Malformed \\uxxxx encoding.).");
        assertThat(refused("current", "--config", "nofile"))
                .isEqualTo("There is no file nofile, which --config names.");
        assertThat(revision("--template", "nofile")).startsWith("The template nofile cannot be read");
    }

    @Test
    void an_interruption_says_where_it_came() {
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), Respondent.NOBODY);
        Interruption interruption = new Interruption(terminal);

        interruption.run();
        assertThat(err.toString()).isEmpty();

        interruption.begins(Plans.of(CreateOrders.class).steps().get(0));
        interruption.run();
        assertThat(err.toString()).contains("Interrupted in revision 0001 of orders.", "\"current\" shows");
    }
}
