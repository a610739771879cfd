package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.imported.Nothing;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @RegisterExtension
    static final FreshDatabase GROWN = FreshDatabase.on(TestServers::postgres, SCHEMA);

    @RegisterExtension
    static final FreshDatabase OTHER = FreshDatabase.on(TestServers::postgres, SCHEMA);

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
}
