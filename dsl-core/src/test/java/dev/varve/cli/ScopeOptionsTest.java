package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.imported.Nothing;
import dev.varve.cli.modelled.CreateTrading;
import dev.varve.diff.Scope;
import dev.varve.model.Comment;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ScopeOptionsTest {

    private static final String SCHEMA = """
            create schema shop;
            create table shop.orders (id integer primary key);
            grant select on shop.orders to public;
            create schema audit;
            create table audit.trail (id integer primary key);
            create view shop.ids as select id from shop.orders;
            """;

    private static final String[] NOTHING_OF_IT = {
        "--exclude", "audit.*", "--ignore", "comment,Storage parameters,column statistics"
    };

    @RegisterExtension
    static final FreshDatabase GROWN = FreshDatabase.on(TestServers::postgres, SCHEMA);

    @RegisterExtension
    static final FreshDatabase OTHER = FreshDatabase.on(TestServers::postgres, SCHEMA);

    @RegisterExtension
    static final FreshDatabase TRADING = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(
                VarveCli.of(Nothing.class),
                Map.of("VARVE_SHOP_URL", GROWN.url(), "VARVE_OTHER_URL", OTHER.url()),
                arguments);
    }

    @Test
    void import_takes_nothing_but_what_is_asked_for() throws IOException {
        String sources = folder.toString();
        CommandRun run = run(
                "import",
                "-d",
                "shop",
                "--sources",
                sources,
                "--package",
                "some",
                "--id",
                "0001",
                "--exclude",
                "audit.*",
                "--no-privileges");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("some/Baseline.java")))
                .contains("table(\"orders\").inSchema(\"shop\")")
                .doesNotContain("audit", "grant");
    }

    @Test
    void import_takes_what_the_settings_say() throws IOException {
        Path settings =
                Files.writeString(folder.resolve("varve.properties"), "exclude=audit.*, view:*\nprivileges=false\n");
        CommandRun run = run(
                "import",
                "-d",
                "other",
                "--config",
                settings.toString(),
                "--sources",
                folder.toString(),
                "--package",
                "some");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("some/Baseline.java")))
                .contains("table(\"orders\").inSchema(\"shop\")")
                .doesNotContain("audit", "grant", "view");
    }

    @Test
    void a_pattern_that_names_nothing_is_refused() {
        CommandRun run = run("import", "-d", "shop", "--include", "shop.");

        assertThat(run.err()).contains("The pattern \"shop.\" names nothing.");
        assertThat(run.exitCode()).isNotZero();
    }

    private static CommandRun trading(String... arguments) {
        return CommandRun.of(VarveCli.of(CreateTrading.class), Map.of("VARVE_SHOP_URL", TRADING.url()), arguments);
    }

    private static void changeByHand() {
        assertThat(trading("upgrade").exitCode()).isZero();
        TRADING.get()
                .execute(
                        "create schema audit",
                        "create table audit.trail (id integer)",
                        "alter table trading.orders set (fillfactor = 70)",
                        "alter table trading.orders alter price set statistics 500",
                        "comment on table trading.orders is 'By hand'");
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void check_compares_nothing_but_what_is_asked_for() {
        changeByHand();

        assertThat(trading("check", "--against", "database").out())
                .contains(
                        "create table audit.trail",
                        "set the storage parameters of table trading.orders",
                        "set the statistics of column price of trading.orders to 500",
                        "comment on table trading.orders");
        assertThat(trading("check", "--against", "database", "--include", "audit.*")
                        .out())
                .contains("create table audit.trail")
                .doesNotContain("trading");
        assertThat(trading(with(NOTHING_OF_IT, "check", "--against", "database")))
                .isEqualTo(new CommandRun(0, "shop is as its history says.\n", ""));
    }

    @Test
    void drift_takes_no_notice_of_what_is_left_out() throws IOException {
        changeByHand();
        Path settings = Files.writeString(
                folder.resolve("varve.properties"),
                "exclude=audit.*,nowhere.*\nignore=comment, storage parameters, column statistics\n");

        assertThat(trading("drift", "-d", "shop", "--exclude", "audit.*", "--ignore", "comment")
                        .out())
                .isEqualTo("set the statistics of column price of trading.orders to 500\n"
                        + "set the storage parameters of table trading.orders\n");
        assertThat(trading("drift", "-d", "shop", "--config", settings.toString()))
                .isEqualTo(new CommandRun(0, "shop is as its history says.\n", ""));
    }

    private String settings(String... lines) throws IOException {
        return Files.writeString(folder.resolve("varve.properties"), String.join("\n", lines))
                .toString();
    }

    private static CommandRun backAndForth(String settings) {
        trading("upgrade", "--config", settings);
        TRADING.get().execute("create schema audit", "create table audit.trail (id integer)");
        return trading("downgrade", "-d", "shop", "-r", "base", "--accept-loss", "all", "--config", settings);
    }

    @Test
    void the_settings_say_what_happens_to_what_was_changed_by_hand() throws IOException {
        assertThat(backAndForth(settings("onDrift=refuse")).err())
                .startsWith("The database \"shop\" is not as its revisions left it");
        assertThat(trading("current", "--config", settings("onDrift=refuses")).err())
                .isEqualTo("\"onDrift\" in varve.properties is \"refuses\"; it is off, warn or refuse.\n");
    }

    @Test
    void what_the_settings_leave_out_is_nothing_that_was_changed_by_hand() throws IOException {
        CommandRun run = backAndForth(settings("onDrift=refuse", "exclude=audit.*"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_revision_says_nothing_but_what_is_asked_for() throws IOException {
        CommandRun run = trading(
                "revision",
                "-a",
                "-m",
                "Accounts",
                "-d",
                "shop",
                "--sources",
                folder.toString(),
                "--package",
                "some",
                "--include",
                "trading.accounts");

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("some/Accounts.java")))
                .contains("changes.create(table(\"accounts\").inSchema(\"trading\")")
                .doesNotContain("orders");
    }

    @Test
    void an_inclusion_that_fits_nothing_is_refused() {
        assertThat(trading(
                        "revision",
                        "-a",
                        "-m",
                        "x",
                        "-d",
                        "shop",
                        "--sources",
                        folder.toString(),
                        "--include",
                        "tradin.*"))
                .isEqualTo(
                        new CommandRun(
                                1,
                                "",
                                "--include tradin.* fits nothing that is compared. Did you mean \"trading.*\"? Nothing was done.\n"));
        assertThat(run("import", "-d", "shop", "--sources", folder.toString(), "--include", "shop.nothing")
                        .err())
                .startsWith("--include shop.nothing fits nothing that is compared.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_exclusion_that_fits_nothing_is_said() {
        assertThat(trading("upgrade").exitCode()).isZero();

        assertThat(trading("check", "--against", "database", "--exclude", "audit.*"))
                .isEqualTo(new CommandRun(
                        0, "shop is as its history says.\n", "--exclude audit.* fits nothing that is compared.\n"));
    }

    @Test
    void a_kind_that_there_is_not_cannot_be_ignored() {
        assertThat(run("import", "-d", "shop", "--ignore", "comments").err())
                .startsWith(
                        "There is no kind \"comments\" that could be ignored. Did you mean \"comment\"? There are ");
    }

    @Test
    void an_application_can_say_what_is_compared() {
        changeByHand();
        Scope scope = Scope.EVERYTHING
                .excluding("audit.*")
                .ignoring("storage parameters", "column statistics")
                .where(object ->
                        !(object instanceof Comment comment && comment.text().equals("By hand")));

        assertThat(CommandRun.of(
                        VarveCli.of(CreateTrading.class).customized(migrator -> migrator.comparing(scope)),
                        Map.of("VARVE_SHOP_URL", TRADING.url()),
                        "check",
                        "--against",
                        "database"))
                .isEqualTo(new CommandRun(0, "shop is as its history says.\n", ""));
    }
}
