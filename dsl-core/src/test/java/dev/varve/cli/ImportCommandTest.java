package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.imported.Nothing;
import dev.varve.diff.Difference;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.execute.CheckResult;
import dev.varve.execute.Migrator;
import dev.varve.plan.Models;
import dev.varve.testing.CommandRun;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.SourceFolder;
import dev.varve.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @RegisterExtension
    static final FreshDatabase GROWN = FreshDatabase.on(TestServers::postgres, """
            create schema shop;
            create type shop.side as enum ('BUY', 'SELL');
            create domain shop.amount as numeric(18, 8) check (value > 0);
            create table shop.accounts (id bigint generated always as identity primary key, owner varchar(20) not null unique);
            create table shop.orders (
                id serial primary key,
                account_id bigint not null references shop.accounts on delete cascade,
                side shop.side not null default 'BUY',
                price shop.amount not null,
                note text,
                placed_at timestamptz not null default now(),
                check (note <> '' or price > 10)
            );
            create table shop.fees (
                venue varchar(8) check (venue in ('XETR', 'XNAS')),
                fee integer,
                constraint kept check (fee between 1 and 1000 and venue not in ('NONE', 'ALL'))
            );
            create index at_venues on shop.fees (venue) where venue in ('XETR', 'XNAS');
            create view shop.venues as select venue, fee from shop.fees where venue in ('XETR', 'XNAS') union all select null, null;
            create index on shop.orders (account_id, placed_at desc) where note is not null;
            create view shop.open_orders as select o.id, o.price, a.owner from shop.orders o join shop.accounts a on a.id = o.account_id;
            create materialized view shop.volume as select side, sum(price) as total from shop.orders group by side;
            create unique index on shop.volume (side);
            create function shop.touch() returns trigger language plpgsql as $$
            begin
                new.placed_at := now();
                return new;
            end $$;
            create trigger touch before update on shop.orders for each row execute function shop.touch();
            comment on table shop.orders is 'What clients want';
            comment on column shop.orders.note is 'In their words';
            alter table shop.orders enable row level security;
            create policy mine on shop.orders using (note is not null);
            """);

    @RegisterExtension
    static final FreshDatabase EMPTY = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(VarveCli.of(Nothing.class), Map.of("VARVE_SHOP_URL", GROWN.url()), arguments);
    }

    private Migrator migrator(FreshDatabase database, List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("shop", database.dataSource())
                .migrations(migrations)
                .build();
    }

    private List<Class<? extends Migration>> imported() {
        CommandRun run =
                run("import", "-d", "shop", "--sources", folder.toString(), "--package", "grown", "--id", "0001");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("(revision 0001 of shop, the first)", "shop is recorded to stand there");
        assertThat(run.exitCode()).isZero();
        return new SourceFolder(folder).migrations();
    }

    @Test
    void a_database_is_taken_over_as_it_stands() {
        List<Class<? extends Migration>> migrations = imported();
        Migrator grown = migrator(GROWN, migrations);

        assertThat(grown.upgrade().steps())
                .as("what was recorded is what the class does")
                .isEmpty();
        assertThat(grown.check("shop").findings()).isEmpty();
    }

    @Test
    void the_revision_makes_an_equal_database_of_an_empty_one() {
        Migrator empty = migrator(EMPTY, imported());

        empty.upgrade();

        CheckResult check = empty.check("shop");
        assertThat(check.findings()).isEmpty();
        assertThat(check.unreadable()).isEmpty();
        assertThat(withoutStore(EMPTY)).isEqualTo(withoutStore(GROWN));
    }

    /** PostgreSQL reads {@code venue in ('XETR')} otherwise once it has printed it. */
    @Test
    void a_database_that_was_restored_from_a_dump_does_not_differ() {
        List<Class<? extends Migration>> migrations = imported();
        Migrator grown = migrator(GROWN, migrations);
        String before = GROWN.get().dump().orElse("");
        GROWN.get().execute("""
                do $$
                declare
                    command text;
                begin
                    for command in
                        select format('alter table shop.fees drop constraint %1$I, add constraint %1$I %2$s', conname, pg_get_constraintdef(oid))
                        from pg_constraint where contype = 'c' and conrelid = 'shop.fees'::regclass
                        union all select 'drop index shop.at_venues; ' || pg_get_indexdef('shop.at_venues'::regclass)
                        union all select 'create or replace view shop.venues as ' || pg_get_viewdef('shop.venues'::regclass)
                    loop
                        execute command;
                    end loop;
                end $$
                """);

        assertThat(GROWN.get().dump().orElse("")).isNotEqualTo(before);
        assertThat(grown.check("shop").findings()).isEmpty();
        assertThat(grown.compare("shop").drift().operations()).isEmpty();
    }

    private static String withoutStore(FreshDatabase database) {
        database.get().execute("drop schema varve cascade");
        return database.get().dump().orElse("");
    }

    @Test
    void a_catalog_that_may_not_be_read_is_named_and_is_no_mistake_of_the_library() {
        GROWN.get().execute("revoke select on pg_catalog.pg_attrdef from public", """
                do $$ begin
                    if not exists (select from pg_roles where rolname = 'stranger_to_shop') then create role stranger_to_shop; end if;
                end $$""");
        String url = GROWN.url() + (GROWN.url().contains("?") ? "&" : "?") + "options=-c%20role%3Dstranger_to_shop";

        CommandRun run = CommandRun.of(
                VarveCli.of(Nothing.class),
                Map.of("VARVE_SHOP_URL", url),
                "import",
                "-d",
                "shop",
                "--sources",
                folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        "The catalogs of the database could not be read: ERROR: permission denied for table pg_attrdef")
                .endsWith("grant select on it.\n");
    }

    @Test
    void the_models_say_the_same() {
        Migrator grown = migrator(GROWN, imported());
        Models models = new Models(new SourceFolder(folder).models(), NamingConvention.STANDARD);

        Difference difference = Difference.between(grown.history().state("shop", any -> true), models.state("shop"));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.obstacles()).isEmpty();
        assertThat(new SourceFolder(folder).text("grown.models.Orders")).contains("""
                    public final transient TableField<Record, Long> accountId =
                            column(
                                    "account_id",
                                    bigint()
                                            .notNull()
                                            .references(
                                                    Accounts.ACCOUNTS.id,
                                                    reference -> reference.onDelete(CASCADE).named("orders_account_id_fkey")));
                """);
    }

    @Test
    void of_what_cannot_be_made_there_is_no_model_either() {
        GROWN.get()
                .execute(
                        "create table shop.lots (day date, account bigint) partition by range (day)",
                        "create table shop.lots_early (day date, account bigint, constraint known check (account > 0))",
                        "alter table shop.lots attach partition shop.lots_early default",
                        "alter table shop.lots add constraint known foreign key (account) references shop.accounts");

        CommandRun run = run("import", "-d", "shop", "--sources", folder.toString(), "--package", "grown");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("left out: It is not possible to create partition constraint shop.lots_early.known");
        Migrator grown = migrator(GROWN, new SourceFolder(folder).migrations());
        Models models = new Models(new SourceFolder(folder).models(), NamingConvention.STANDARD);
        assertThat(Difference.between(grown.history().state("shop", any -> true), models.state("shop"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_revision_is_written_as_one_would_write_it() {
        imported();

        assertThat(new SourceFolder(folder).text("grown.Baseline")).contains("""
                        changes.create(table("orders").inSchema("shop")
                                .column("id", integer().serial())
                                .column(
                                        "account_id",
                                        bigint()
                                                .notNull()
                                                .references(reference(table("accounts").inSchema("shop"), "id")
                                                        .onDelete(CASCADE)
                                                        .named("orders_account_id_fkey")))
                                .column("side", typed("shop.side", String.class).notNull().defaultTo(sql("'BUY'::shop.side")))
                                .column("price", typed("shop.amount", String.class).notNull())
                                .column("note", text().comment("In their words"))
                                .column("placed_at", timestamptz().notNull().defaultTo(sql("now()")))
                                .primaryKey(key("id").named("orders_pkey"))
                                .check("orders_check", "((note <> ''::text) OR ((price)::numeric > (10)::numeric))")
                                .rowSecurity()
                """.indent(0));
    }

    @Test
    void nothing_is_not_imported() {
        CommandRun run = CommandRun.of(
                VarveCli.of(Nothing.class),
                Map.of("VARVE_SHOP_URL", EMPTY.url()),
                "import",
                "-d",
                "shop",
                "--sources",
                folder.toString(),
                "--package",
                "grown");

        assertThat(run).isEqualTo(new CommandRun(1, "", """
                There is nothing in the database shop that is compared, so that there is nothing to import. Nothing was written. Look at \
                its URL, and at --include and --exclude; the first revision of an empty database is written by "revision -m TEXT -d shop".
                """));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_imported_once_is_not_imported_again() {
        CommandRun run =
                run("import", "-d", "shop", "--sources", folder.toString(), "--package", "grown", "--id", "0001");
        assertThat(run.exitCode()).isZero();

        assertThat(run("import", "-d", "shop", "--sources", folder.toString(), "--package", "grown")
                        .err())
                .contains("There is already a class in");
    }
}
