package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.example.CreateOrders;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VarveCliTest {

    @RegisterExtension
    static final FreshDatabase ORDERS = FreshDatabase.on(TestServers::postgres);

    @RegisterExtension
    static final FreshDatabase MARKET = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    private CommandRun run(String... arguments) {
        return run(Map.of("VARVE_ORDERS_URL", ORDERS.url(), "VARVE_MARKET_URL", MARKET.url()), arguments);
    }

    private static CommandRun run(Map<String, String> environment, String... arguments) {
        CommandRun run = CommandRun.of(VarveCli.of(CreateOrders.class).named("shop"), environment, arguments);
        return new CommandRun(run.exitCode(), timeless(run.out()), timeless(run.err()));
    }

    /** Times differ from run to run, and so do users from server to server. */
    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d by \\w+", "<when> by <whom>")
                .replaceAll("\\d+ ms", "<n> ms");
    }

    private String succeeding(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    @Test
    void a_database_goes_up_and_down_and_up() {
        assertThat(succeeding("upgrade")).isEqualTo("""
                        up    orders  0001  Create orders  (2 statements, <n> ms)
                        up    market  0001_quotes  Create quotes  (1 statement, <n> ms)
                        up    orders  0002  Find orders by note  (1 statement, <n> ms)
                        """);
        assertThat(succeeding("current")).isEqualTo("""
                        market  0001_quotes  Create quotes        (head)
                        orders  0002         Find orders by note  (head)
                        """);
        assertThat(succeeding("history", "-d", "orders")).isEqualTo("""
                        orders  0002  Find orders by note  after 0001  applied <when> by <whom>, <n> ms
                        orders  0001  Create orders                    applied <when> by <whom>, <n> ms
                        """);
        assertThat(succeeding("check")).isEqualTo("""
                        market is as its history says.
                        orders is as its history says.
                        """);
        assertThat(succeeding("downgrade", "-d", "orders"))
                .isEqualTo("down  orders  0002  Find orders by note  (1 statement, <n> ms)\n");
        assertThat(succeeding("upgrade", "-r", "+1"))
                .isEqualTo("up    orders  0002  Find orders by note  (1 statement, <n> ms)\n");
        assertThat(succeeding("upgrade")).isEqualTo("Nothing to do: every database stands at head.\n");
    }

    @Test
    void one_database_alone_says_which_other_has_to_go_first() {
        CommandRun run = run("upgrade", "--database", "market");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "Revision 0001_quotes of market requires 0001 of orders, which is not applied. Upgrade orders first (\"upgrade"
                                + " --database orders -r 0001\"), or all databases at once (\"upgrade\").\n");
    }

    @Test
    void a_downgrade_names_the_database_that_has_to_go_first_and_what_is_lost() {
        succeeding("upgrade");

        assertThat(run("downgrade", "-d", "orders", "-r", "base").err())
                .startsWith(
                        "Revision 0001 of orders is required by revision 0001_quotes of market, which is applied. Downgrade market first");
        assertThat(run("downgrade", "-d", "market", "-r", "base").err()).isEqualTo("""
                        This would lose:
                          the rows of public.quotes
                        Nothing was changed. To accept it, name each loss (--accept-loss "the rows of public.quotes"), or all of them\
                         (--accept-loss all).
                        """);
        assertThat(run("downgrade", "-d", "market", "-r", "base", "--accept-loss", "public.quotes")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_dry_run_shows_what_would_run_now() {
        succeeding("upgrade", "-r", "+1");

        assertThat(succeeding("upgrade", "-r", "+1", "--dry-run")).isEqualTo("""
                        up    market  0001_quotes  Create quotes
                          -- create table public.quotes
                          create table public.quotes (
                              bid numeric(18, 8)
                          );

                        Nothing was changed: this was a dry run.
                        """);
        assertThat(succeeding("downgrade", "-d", "orders", "--dry-run")).isEqualTo("""
                        down  orders  0001  Create orders
                          -- drop table trading.orders (access exclusive lock, deletes data)
                          drop table trading.orders;
                          -- drop schema trading
                          drop schema trading;

                        This loses:
                          the rows of trading.orders

                        Nothing was changed: this was a dry run.
                        """);
        assertThat(succeeding("current", "-d", "orders")).startsWith("orders  0001");
    }

    @Test
    void the_beginning_of_several_ids_is_none_of_them() {
        assertThat(run("upgrade", "-r", "000").err())
                .isEqualTo("\"000\" may be any of 0001, 0002 of orders. Give more of the id.\n");
    }

    @Test
    void an_unknown_revision_and_an_unknown_database_are_answered_with_what_was_meant() {
        assertThat(run("upgrade", "-r", "0001_quote5").err())
                .isEqualTo(
                        "No database has a revision \"0001_quote5\". Did you mean \"0001_quotes\"? \"history\" lists them.\n");
        assertThat(run("current", "-d", "order").err())
                .isEqualTo("There is no database \"order\"; there are market, orders. Did you mean \"orders\"?\n");
    }

    @Test
    void a_mistyped_command_or_option_is_answered_with_a_suggestion_and_exit_code_2() {
        CommandRun command = run("upgrad");
        CommandRun option = run("upgrade", "--databas", "orders");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("upgrade");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err()).contains("--database");
    }

    @Test
    void a_database_that_nobody_configured_is_answered_with_the_three_ways_to_do_it() {
        CommandRun run = run(Map.of("VARVE_MARKET_URL", MARKET.url()), "upgrade");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "Nobody said where the database \"orders\" is. Set VARVE_ORDERS_URL, or orders.url in varve.properties, or give"
                                + " --url orders=jdbc:postgresql://host/name.\n");
    }

    @Test
    void a_missing_database_and_a_silent_server_are_told_apart() {
        String missing = ORDERS.url().replace(ORDERS.get().name(), "nowhere");
        CommandRun noDatabase = run(Map.of("VARVE_ORDERS_URL", missing, "VARVE_MARKET_URL", MARKET.url()), "upgrade");
        CommandRun noServer = run(
                Map.of(
                        "VARVE_ORDERS_URL",
                        "jdbc:postgresql://localhost:1/x?password=geheim",
                        "VARVE_MARKET_URL",
                        MARKET.url()),
                "upgrade");

        assertThat(noDatabase.err())
                .startsWith("No connection to the database \"orders\": it does not exist on that server");
        assertThat(noServer.err())
                .startsWith("No connection to the database \"orders\": the server does not answer")
                .doesNotContain("geheim");
    }

    @Test
    void a_script_for_psql_says_all_that_an_upgrade_would_do() {
        String script = succeeding("upgrade", "--sql", "-d", "orders");

        assertThat(script)
                .contains("create schema if not exists varve;")
                .contains("-- 0001: Create orders\nbegin;\ncreate schema trading;\ncreate table trading.orders (")
                .contains(
                        "-- 0002: Find orders by note\ncreate index concurrently ix_orders_note on trading.orders (note);\nbegin;\ninsert into"
                                + " varve.revision");
        runScript(script);
        assertThat(succeeding("current", "-d", "orders")).isEqualTo("orders  0002  Find orders by note  (head)\n");

        runScript(succeeding("downgrade", "--sql", "-d", "orders", "-r", "base", "--accept-loss", "all"));
        assertThat(succeeding("current", "-d", "orders")).isEqualTo("orders  base    (2 pending)\n");
    }

    @Test
    void what_a_script_leaves_nobody_has_looked_at() {
        String known = "select string_agg(id, ', ' order by ordinal) from varve.revision where fingerprint is not null";
        succeeding("upgrade", "-d", "orders", "-r", "0001");
        succeeding("upgrade", "-d", "orders");
        assertThat(ORDERS.get().ask(known)).isEqualTo("0001, 0002");

        runScript(succeeding("downgrade", "--sql", "-d", "orders", "-r", "0001"));
        assertThat(ORDERS.get().ask(known)).isNull();

        succeeding("downgrade", "-d", "orders", "-r", "base", "--accept-loss", "all");
        runScript(succeeding("upgrade", "--sql", "--from", "base", "-d", "orders", "-r", "0001")
                .replaceAll("(?s)-- the version store.*?commit;", ""));
        assertThat(ORDERS.get().ask(known)).isNull();
    }

    @Test
    void a_script_that_takes_back_fits_the_store_of_an_earlier_release() {
        succeeding("upgrade", "-d", "orders");
        ORDERS.get()
                .execute(
                        "alter table varve.store drop column fingerprint",
                        "alter table varve.revision drop column fingerprint");

        runScript(succeeding("downgrade", "--sql", "-d", "orders"));

        assertThat(succeeding("current", "-d", "orders")).startsWith("orders  0001  ");
    }

    /** As psql does: one statement after the other. */
    private void runScript(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : script.lines().filter(l -> !l.startsWith("--")).toList()) {
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        assertThat(statement.toString().strip()).isEmpty();
        ORDERS.get().execute(statements.toArray(String[]::new));
    }

    @Test
    void show_tells_what_a_revision_does_and_how_it_is_taken_back() {
        assertThat(run(Map.of(), "show", "0001", "-d", "orders").out()).isEqualTo("""
                        Revision 0001 of orders: Create orders
                        Class dev.varve.cli.example.CreateOrders

                        Up:
                          -- create schema trading
                          create schema trading;
                          -- create table trading.orders
                          create table trading.orders (
                              id bigint not null,
                              note text,
                              constraint pk_orders primary key (id)
                          );

                        Down:
                          -- drop table trading.orders (access exclusive lock, deletes data)
                          drop table trading.orders;
                          -- drop schema trading
                          drop schema trading;

                        The way back loses:
                          the rows of trading.orders
                        """);
    }

    @Test
    void json_is_printed_for_programs() {
        succeeding("upgrade");

        assertThat(succeeding("current", "-d", "orders", "--json"))
                .contains("\"database\" : \"orders\"", "\"current\" : [ \"0002\" ]", "\"pending\" : [ ]");
        assertThat(run(Map.of(), "heads", "--json").out()).contains("\"market\" : [ \"0001_quotes\" ]");
        assertThat(succeeding("history", "--json")).contains("\"class\" : \"dev.varve.cli.example.CreateQuotes\"");
        assertThat(succeeding("check", "--json")).contains("\"findings\" : [ ]");
    }

    @Test
    void a_check_that_finds_something_exits_with_3() {
        succeeding("upgrade");
        ORDERS.get().execute("drop index trading.ix_orders_note");

        CommandRun run = run("check", "-d", "orders");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("""
                        orders differs from its history in 1 place, as if somebody had said:
                          drop index trading.ix_orders_note
                        """);
    }

    @Test
    void check_against_models_says_where_there_are_none() {
        assertThat(run("check", "--against", "models").err())
                .isEqualTo(
                        "There are no models (@Model) of market, orders in the package dev.varve.cli.example or below, with which"
                                + " the history could be compared.\n");
    }

    @Test
    void init_drops_first_only_what_the_history_knows_and_only_when_told() {
        succeeding("init");

        assertThat(run("init", "--drop-first").err())
                .isEqualTo(
                        "This drops everything that the history knows in market and orders, with all data. Nothing was changed. Give --yes"
                                + " to go on without being asked.\n");

        ORDERS.get().execute("create table trading.notes (id int)");
        assertThat(run("init", "--drop-first", "--yes").err())
                .startsWith("orders holds what the history does not know: table trading.notes. Nothing was changed.");

        ORDERS.get().execute("drop table trading.notes", "insert into trading.orders values (1, 'x')");
        assertThat(succeeding("init", "--drop-first", "--yes")).contains("down  orders  0001", "up    orders  0001");
    }

    @Test
    void init_can_leave_a_database_alone() {
        assertThat(succeeding("init", "--skip-market")).doesNotContain("0001_quotes  Create quotes");
        assertThat(succeeding("current", "-d", "market")).isEqualTo("market  base    (1 pending)\n");
    }

    @Test
    void a_new_revision_follows_the_head_and_compiles() throws IOException {
        String out = run(
                        Map.of(),
                        "revision",
                        "-m",
                        "Add user preferences table",
                        "-d",
                        "orders",
                        "--id",
                        "0003",
                        "--sources",
                        folder.toString())
                .out();

        Path file = folder.resolve("dev/varve/cli/example/AddUserPreferencesTable.java");
        assertThat(out).isEqualTo("Wrote " + file + " (revision 0003 of orders, after 0002).\n");
        assertThat(Files.readString(file))
                .contains("package dev.varve.cli.example;")
                .contains("@Revision(id = \"0003\", database = \"orders\", dependsOn = IndexNotes.class)")
                .contains("public final class AddUserPreferencesTable implements Migration {");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                file.toString()))
                .isZero();

        assertThat(run(
                                Map.of(),
                                "revision",
                                "-m",
                                "Add user preferences table",
                                "-d",
                                "orders",
                                "--sources",
                                folder.toString())
                        .err())
                .startsWith("There is already a class in ");
    }

    @Test
    void a_template_of_ones_own_is_filled() throws IOException {
        Path template =
                Files.writeString(folder.resolve("own.template"), "${className}|${id}|${dependsOn}|${description}");

        run(
                Map.of(),
                "revision",
                "-m",
                "rename fees",
                "-d",
                "market",
                "--id",
                "x",
                "--sources",
                folder.toString(),
                "--template",
                template.toString());

        assertThat(folder.resolve("dev/varve/cli/example/RenameFees.java"))
                .content()
                .isEqualTo("RenameFees|x|, dependsOn = CreateQuotes.class|rename fees");
    }

    @Test
    void there_is_nothing_to_merge_where_there_is_one_head() {
        assertThat(run(Map.of(), "merge", "-d", "orders").err())
                .startsWith("There is nothing to merge: orders has one head, 0002");
    }

    @Test
    void every_command_explains_itself() {
        for (String command : List.of(
                "init",
                "revision",
                "merge",
                "upgrade",
                "downgrade",
                "current",
                "history",
                "heads",
                "show",
                "check",
                "stamp")) {
            assertThat(run(Map.of(), command, "--help").out())
                    .startsWith("Usage: shop " + command)
                    .contains("--url=DATABASE=URL");
        }
        assertThat(run(Map.of(), "--help").out()).contains("Exit codes:", "generate-completion");
    }

    @Test
    void a_stamp_records_without_running() {
        assertThat(succeeding("stamp", "-d", "orders", "-r", "0001"))
                .isEqualTo("orders is recorded to stand at 0001; nothing was run.\n");
        assertThat(succeeding("current", "-d", "orders")).isEqualTo("orders  0001  Create orders  (1 pending)\n");
    }
}
