package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.modelled.CreateTrading;
import dev.varve.dsl.Migration;
import dev.varve.execute.Migrator;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(VarveCli.of(CreateTrading.class), Map.of("VARVE_SHOP_URL", SHOP.url()), arguments);
    }

    private static void changeByHand() {
        SHOP.get()
                .execute(
                        "alter table trading.orders add column venue varchar(10) not null default 'XNAS'",
                        "alter table trading.orders drop column legacy",
                        "create index by_price on trading.orders (price)");
    }

    @BeforeEach
    void upgrade() {
        assertThat(run("upgrade").exitCode()).isZero();
    }

    @Test
    void nothing_is_said_where_nothing_was_changed() {
        assertThat(run("drift", "-d", "shop")).isEqualTo(new CommandRun(0, "shop is as its history says.\n", ""));
    }

    @Test
    void the_order_of_columns_is_no_change() {
        SHOP.get().execute("alter table trading.orders drop column legacy, add column legacy integer");

        assertThat(run("drift", "-d", "shop").exitCode()).isZero();
        assertThat(run("check", "--against", "database").exitCode()).isZero();
    }

    @Test
    void what_was_changed_by_hand_is_shown_as_operations() {
        changeByHand();

        assertThat(run("drift", "-d", "shop")).isEqualTo(new CommandRun(3, """
                drop column legacy from trading.orders
                add column venue to trading.orders
                create index trading.by_price
                """, ""));
    }

    @Test
    void what_may_only_be_called_otherwise_is_said_to_be() {
        SHOP.get().execute("alter table trading.orders rename column legacy to old");

        assertThat(run("drift", "-d", "shop")).isEqualTo(new CommandRun(3, """
                drop column legacy from trading.orders
                add column old to trading.orders
                """, """
                trading.orders.legacy may only be called old now; --adopt and --revert ask, or take --rename trading.orders.legacy=old
                """));
        assertThat(run("check", "-d", "shop", "--against", "database").out()).isEqualTo("""
                shop differs from its history in 2 places, as if somebody had said:
                  drop column legacy from trading.orders
                  add column old to trading.orders
                  trading.orders.legacy may only be called old now
                """);
        assertThat(run("check", "-d", "shop", "--against", "database", "--json").out())
                .contains("\"renamings\" : [ \"trading.orders.legacy=old\" ]");
    }

    @Test
    void what_was_changed_by_hand_can_become_a_revision() {
        changeByHand();

        CommandRun run = run(
                "drift",
                "-d",
                "shop",
                "--adopt",
                "-m",
                "Keep the venue",
                "--id",
                "0002",
                "--sources",
                folder.toString(),
                "--package",
                "adopted");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("shop is recorded to stand there; nothing was run.\n");
        assertThat(new SourceFolder(folder).text("adopted.KeepTheVenue")).contains("""
                        changes.alter(table("orders").inSchema("trading"))
                                .dropColumn("legacy")
                                .addColumn("venue", varchar(10).notNull().defaultTo("XNAS"))
                                .addIndex(on("price").named("by_price"));
                """);
        List<Class<? extends Migration>> migrations = new ArrayList<>(List.of(CreateTrading.class));
        migrations.addAll(new SourceFolder(folder).migrations());
        Migrator migrator = Migrator.builder()
                .database("shop", SHOP.dataSource())
                .migrations(migrations)
                .build();
        assertThat(migrator.upgrade().steps()).isEmpty();
        assertThat(migrator.check("shop").findings()).isEmpty();
    }

    @Test
    void what_may_be_a_rename_is_asked_before_it_is_adopted() {
        SHOP.get().execute("alter table trading.orders rename column legacy to old");

        CommandRun open = adopt();
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.err()).contains("--rename trading.orders.legacy=old    or  --no-rename trading.orders.legacy");
        assertThat(adopt("--rename", "trading.orders.legacy=old").exitCode()).isZero();
        assertThat(new SourceFolder(folder).text("adopted.KeepIt")).contains("renameColumn(\"legacy\", \"old\")");
    }

    @Test
    void a_table_that_was_partitioned_by_hand_is_put_away_elsewhere_too() {
        SHOP.get()
                .execute(
                        "alter table trading.orders rename to orders_old",
                        "create table trading.orders (id bigint not null, price numeric(18, 8) not null) partition by range (id)",
                        "create table trading.orders_1 partition of trading.orders default");

        assertThat(adopt().err())
                .contains("--rename trading.orders=trading.orders_old    or  --no-rename trading.orders");
        assertThat(adopt("--rename", "trading.orders=orders_old").exitCode()).isZero();
        assertThat(new SourceFolder(folder).text("adopted.KeepIt"))
                .contains("changes.rename(table(\"orders\").inSchema(\"trading\"), \"orders_old\");")
                .contains("partitionBy(range(\"id\"))");
        assertThat(run("drift", "-d", "shop", "--revert", "--rename", "trading.orders=orders_old")
                        .out())
                .contains("alter table trading.orders_old rename to orders;");
    }

    @Test
    void what_comes_with_the_schema_is_not_asked_and_may_be_said() {
        SHOP.get().execute("alter schema trading rename to market");

        CommandRun open = adopt();
        assertThat(open.err()).isEqualTo("""
                Something is gone and something like it has come. Say which it is:
                  --rename trading=market    or  --no-rename trading
                Nothing was written.
                """);
        assertThat(adopt("--rename", "trading=market", "--rename", "trading.orders=market.orders")
                        .exitCode())
                .isZero();
        assertThat(new SourceFolder(folder).text("adopted.KeepIt"))
                .contains("changes.rename(schema(\"trading\"), \"market\");")
                .doesNotContain("orders");
    }

    @Test
    void what_no_revision_can_say_is_named_and_the_rest_is_adopted() {
        SHOP.get()
                .execute(
                        "drop view trading.prices",
                        "drop table trading.orders",
                        "create table trading.orders (id bigint generated always as identity, price numeric(18, 8) not null,"
                                + " qty numeric(18, 8) not null, legacy integer, note text, constraint pk_orders primary key (id))"
                                + " partition by hash (id)");

        CommandRun run = adopt();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                This stays as it is, and stays different from the history:
                  It is not possible to set the partitioning of table trading.orders: PostgreSQL cannot change that of table trading.orders.
                """);
        assertThat(new SourceFolder(folder).text("adopted.KeepIt")).contains("changes.drop(view(\"prices\")");
    }

    private CommandRun adopt(String... more) {
        Stream<String> arguments = Stream.of(
                "drift",
                "-d",
                "shop",
                "--adopt",
                "-m",
                "Keep it",
                "--sources",
                folder.toString(),
                "--package",
                "adopted");
        return run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void what_was_changed_by_hand_can_be_taken_back() {
        changeByHand();

        CommandRun run = run("drift", "-d", "shop", "--revert");

        assertThat(run).isEqualTo(new CommandRun(3, """
                -- Database shop. Run this part with psql -v ON_ERROR_STOP=1 on it.
                set search_path = '';
                begin;
                -- drop index trading.by_price
                drop index trading.by_price;
                -- drop column venue from trading.orders
                alter table trading.orders drop column venue;
                -- add column legacy to trading.orders
                alter table trading.orders add column legacy integer;
                commit;
                """, ""));
    }

    @Test
    void what_was_renamed_by_hand_keeps_its_rows_on_the_way_back() {
        SHOP.get()
                .execute(
                        "insert into trading.orders (price, qty, legacy) values (1, 1, 7)",
                        "alter table trading.orders rename to purchases",
                        "alter table trading.purchases rename column legacy to old");

        CommandRun open = run("drift", "-d", "shop", "--revert");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.err()).contains("--rename trading.orders=trading.purchases    or  --no-rename trading.orders");
        CommandRun said = run(
                "drift",
                "-d",
                "shop",
                "--revert",
                "--rename",
                "trading.orders=purchases",
                "--rename",
                "trading.purchases.legacy=old");
        SHOP.get().execute(said.out());

        assertThat(run("drift", "-d", "shop").exitCode()).isZero();
        assertThat(SHOP.get().ask("select legacy::text from trading.orders")).isEqualTo("7");
    }

    @Test
    void a_revision_needs_to_be_about_something() {
        changeByHand();

        assertThat(run("drift", "-d", "shop", "--adopt"))
                .isEqualTo(
                        new CommandRun(
                                1,
                                "",
                                "Say with -m what the revision is about: drift -d shop --adopt -m \"...\". Nothing was written.\n"));
    }

    @Test
    void what_was_changed_by_hand_comes_after_all_revisions_or_not_at_all() {
        assertThat(run("stamp", "-r", "base", "-d", "shop").exitCode()).isZero();

        assertThat(run("drift", "-d", "shop", "--adopt", "-m", "Keep", "--sources", folder.toString()))
                .isEqualTo(new CommandRun(1, "", """
                        Another revision of shop would come after 0001, which the database does not have yet. Run "upgrade --database shop"\
                         first; what was changed by hand stays as it is. Nothing was written.
                        """));
        assertThat(folder).isEmptyDirectory();
    }
}
