package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.imported.Nothing;
import dev.varve.execute.Migrator;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Databases that another migration tool has brought to where they are, with the tables that these tools make. */
class AdoptionTest {

    private static final String ALEMBIC = """
            create table alembic_version (version_num varchar(32) not null,
                constraint alembic_version_pkc primary key (version_num));
            """;

    private static final String FLYWAY = """
            create table flyway_schema_history (installed_rank integer not null, version varchar(50),
                description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum integer,
                installed_by varchar(100) not null, installed_on timestamp not null default now(), execution_time integer not null,
                success boolean not null, constraint flyway_schema_history_pk primary key (installed_rank));
            create index flyway_schema_history_s_idx on flyway_schema_history (success);
            """;

    private static final String LIQUIBASE = """
            create table databasechangelog (id varchar(255) not null, author varchar(255) not null, filename varchar(255) not null,
                dateexecuted timestamp not null, orderexecuted integer not null, exectype varchar(10) not null, md5sum varchar(35),
                description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
                labels varchar(255), deployment_id varchar(10));
            create table databasechangeloglock (id integer not null primary key, locked boolean not null, lockgranted timestamp,
                lockedby varchar(255));
            insert into databasechangeloglock values (1, false, null, null);
            """;

    @RegisterExtension
    static final FreshDatabase SHOP =
            FreshDatabase.on(TestServers::postgres, "create table orders (id integer primary key, note text)");

    @TempDir
    Path folder;

    private CommandRun imported(String... more) {
        return importedFrom(SHOP.url(), more);
    }

    private CommandRun importedFrom(String url, String... more) {
        String[] arguments = {
            "import", "-d", "shop", "--sources", folder.toString(), "--package", "shop", "--id", "0001"
        };
        String[] all = Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
        return CommandRun.of(VarveCli.of(Nothing.class), Map.of("VARVE_SHOP_URL", url), all);
    }

    private static void flyway(int rank, String version, String description, String type, boolean success) {
        flyway("flyway_schema_history", rank, version, description, type, success);
    }

    private static void flyway(
            String table, int rank, String version, String description, String type, boolean success) {
        String quoted = version.isEmpty() ? "null" : "'" + version + "'";
        SHOP.get()
                .execute("insert into " + table + " values (" + rank + ", " + quoted + ", '" + description
                        + "', '" + type + "', 'V" + version + "__" + description + ".sql', 1, 'ann', now(), 5, "
                        + success + ")");
    }

    private static void liquibase(String id, int order, String tag) {
        SHOP.get()
                .execute("insert into databasechangelog values ('" + id + "', 'ann', 'changes.xml', '2026-01-01', "
                        + order + ", 'EXECUTED', '9:abc', '', '', nullif('" + tag + "', ''))");
    }

    /** What was written makes the rest, and knows nothing of the tables. */
    private void assertNothingIsLeft(CommandRun run, String stood) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("left out");
        assertThat(run.exitCode()).isZero();
        assertThat(new SourceFolder(folder).text("shop.Baseline"))
                .contains("/** Baseline. " + stood + ". */", "table(\"orders\")")
                .doesNotContain("table(\"alembic", "table(\"flyway", "table(\"databasechange");
        Migrator migrator = Migrator.builder()
                .database("shop", SHOP.dataSource())
                .migrations(new SourceFolder(folder).migrations())
                .build();
        assertThat(migrator.upgrade().steps()).isEmpty();
        assertThat(migrator.check("shop").findings()).isEmpty();
        assertThat(migrator.check("shop").unreadable()).isEmpty();
        assertThat(migrator.status("shop").applied())
                .singleElement()
                .satisfies(revision -> assertThat(revision.description()).isEqualTo("Baseline. " + stood));
    }

    @Test
    void alembic_stands_at_a_revision() {
        SHOP.get()
                .execute(
                        ALEMBIC,
                        "insert into alembic_version values ('1975ea83b712')",
                        "comment on table alembic_version is 'Not ours'",
                        "grant select on alembic_version to public");

        CommandRun run = imported();

        assertThat(run.out())
                .endsWith("Alembic stands at 1975ea83b712, says public.alembic_version; its table is left alone.\n");
        assertNothingIsLeft(run, "Alembic stood at 1975ea83b712 (public.alembic_version)");
    }

    @Test
    void alembic_stands_at_heads_of_branches() {
        SHOP.get().execute(ALEMBIC, "insert into alembic_version values ('ae1027a6acf'), ('27c6a30d7c24')");

        assertThat(imported().out())
                .contains("Alembic stands at 27c6a30d7c24 and ae1027a6acf, which are heads of branches, says");
    }

    @Test
    void alembic_stands_before_all_revisions() {
        SHOP.get().execute("create schema tools", ALEMBIC, "alter table alembic_version set schema tools");

        assertThat(imported().out()).contains("Alembic stands at base, says tools.alembic_version;");
    }

    /** Who may not read the table may still take over what is beside it, and is told what is not known. */
    private CommandRun importedByNewcomer() {
        SHOP.get().execute("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = 'newcomer_to_shop') then create role newcomer_to_shop; end if;
                    execute format('grant create on database %I to newcomer_to_shop', current_database());
                end $$
                """);
        return importedFrom(
                SHOP.url() + (SHOP.url().contains("?") ? "&" : "?") + "options=-c%20role%3Dnewcomer_to_shop",
                "--no-owners");
    }

    @Test
    void where_alembic_stands_may_be_kept_from_who_asks() {
        SHOP.get().execute(ALEMBIC, "insert into alembic_version values ('1975ea83b712')");

        CommandRun run = importedByNewcomer();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .endsWith("Alembic stands at a place that is unknown, for there is no right to read it, says"
                        + " public.alembic_version; its table is left alone.\n");
        assertThat(new SourceFolder(folder).text("shop.Baseline"))
                .contains("a place that is unknown", "table(\"orders\")")
                .doesNotContain("table(\"alembic");
    }

    @Test
    void the_schema_of_its_table_may_be_kept_from_who_asks() {
        SHOP.get()
                .execute(
                        FLYWAY,
                        "create schema tools",
                        "alter table flyway_schema_history set schema tools",
                        "grant select on tools.flyway_schema_history to public");
        flyway("tools.flyway_schema_history", 1, "1", "Orders", "SQL", true);

        CommandRun run = importedByNewcomer();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Flyway stands at a place that is unknown, for there is no right to read it, says"
                        + " tools.flyway_schema_history; its table is left alone.");
    }

    @Test
    void flyway_stands_at_its_greatest_version() {
        SHOP.get().execute(FLYWAY);
        flyway(1, "1.9", "Orders", "SQL", true);
        flyway(2, "1.10", "Notes", "SQL", true);
        flyway(3, "2", "Prices", "SQL", true);
        flyway(4, "2", "Prices", "UNDO_SQL", true);
        flyway(5, "", "Views", "SQL", true);
        flyway(6, "1.9.5", "Late", "SQL", true);

        CommandRun run = imported();

        assertThat(run.out()).contains("Flyway stands at version 1.10, \"Notes\", says public.flyway_schema_history;");
        assertNothingIsLeft(run, "Flyway stood at version 1.10, \"Notes\" (public.flyway_schema_history)");
    }

    @Test
    void a_migration_of_flyway_that_failed_has_to_be_mended_first() {
        SHOP.get().execute(FLYWAY);
        flyway(1, "1", "Orders", "SQL", true);
        flyway(2, "2", "Notes", "SQL", false);

        assertThat(imported())
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "Flyway failed at version 2, \"Notes\" (V2__Notes.sql), and part of that may be there. Bring the database"
                                + " in order and run \"flyway repair\".\nOr import the database as it is (--as-it-is). Nothing was"
                                + " written.\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_failed_can_be_imported_as_it_is() {
        SHOP.get().execute(FLYWAY);
        flyway(1, "1", "Orders", "SQL", true);
        flyway(2, "2", "Notes", "SQL", false);

        CommandRun run = imported("--as-it-is");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("Flyway failed at version 2, \"Notes\" (V2__Notes.sql), and part");
        assertThat(run.out()).contains("Flyway stands at version 1, \"Orders\", says");
    }

    @Test
    void what_failed_once_and_succeeded_later_is_no_trouble() {
        SHOP.get().execute(FLYWAY);
        flyway(1, "1", "Orders", "SQL", false);
        flyway(2, "1", "Orders", "SQL", true);

        assertThat(imported().err()).isEmpty();
    }

    @Test
    void liquibase_stands_at_its_last_changeset() {
        SHOP.get().execute(LIQUIBASE);
        liquibase("6", 1, "");
        liquibase("7", 2, "v2");

        assertNothingIsLeft(
                imported(),
                "Liquibase stood at changeset 7 by ann in changes.xml, the last of 2, tagged v2 (public.databasechangelog)");
    }

    @Test
    void a_lock_of_liquibase_is_waited_for() {
        SHOP.get()
                .execute(
                        LIQUIBASE,
                        "update databasechangeloglock set locked = true, lockgranted = '2026-01-02 03:04:05', lockedby = 'build-7'");

        assertThat(imported().err())
                .isEqualTo(
                        "Liquibase is locked by build-7 since 2026-01-02 03:04:05: it is at work, or was killed. Wait for"
                                + " it, or run \"liquibase release-locks\".\nOr import the database as it is (--as-it-is). Nothing was"
                                + " written.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tables_of_tools_are_known_by_their_columns() {
        SHOP.get()
                .execute(
                        FLYWAY,
                        "alter table flyway_schema_history rename to schema_version",
                        "create table flyway_schema_history (id integer)");

        CommandRun run = imported();

        assertThat(run.out())
                .contains("Flyway stands at no version, says public.schema_version; its table is left alone.");
        assertThat(new SourceFolder(folder).text("shop.Baseline"))
                .contains("table(\"flyway_schema_history\")")
                .doesNotContain("table(\"schema_version\")");
    }
}
