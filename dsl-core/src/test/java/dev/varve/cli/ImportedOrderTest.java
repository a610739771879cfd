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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL keeps in the order in which it was said, and not in that of its names, comes back in that order. */
class ImportedOrderTest {

    @RegisterExtension
    static final FreshDatabase GROWN = FreshDatabase.on(TestServers::postgres, """
            create schema shop;
            create table shop.orders (a int, b int, c text, d tsvector,
                constraint key primary key (b, a) with (fillfactor = 70, deduplicate_items = off),
                constraint one unique (a) with (fillfactor = 71, deduplicate_items = off),
                constraint apart exclude using gist (box(point(a, b), point(a, b)) with &&) with (fillfactor = 60, buffering = off))
                with (fillfactor = 70, autovacuum_vacuum_threshold = 7, autovacuum_enabled = false,
                    toast.autovacuum_vacuum_threshold = 9, toast.autovacuum_enabled = false);
            alter table shop.orders alter column c set (n_distinct_inherited = 7, n_distinct = 5);
            create index letters on shop.orders (c) with (fillfactor = 70, deduplicate_items = off);
            create index words on shop.orders using gin (d) with (gin_pending_list_limit = 100, fastupdate = off);
            create index bloom on shop.orders using brin (a int4_bloom_ops (n_distinct_per_range = 5, false_positive_rate = 0.2))
                with (pages_per_range = 16, autosummarize = on);
            create view shop.seen with (security_invoker = true, security_barrier = true) as select a, b from shop.orders;
            create materialized view shop.kept with (toast.autovacuum_vacuum_threshold = 9, toast.autovacuum_enabled = false,
                fillfactor = 70, autovacuum_enabled = false) as select a, c from shop.orders;
            alter materialized view shop.kept alter column c set (n_distinct_inherited = 7, n_distinct = 5);
            create index of_kept on shop.kept (a) with (fillfactor = 70, deduplicate_items = off);
            create table shop.parts (a text, b int) partition by list (a);
            create table shop.part partition of shop.parts for values in ('z', 'b', 'a')
                with (fillfactor = 70, autovacuum_vacuum_threshold = 7, autovacuum_enabled = false);
            create index of_parts on shop.parts (b) with (fillfactor = 70, deduplicate_items = off);
            create table shop.trades (gone int, id serial, day date not null, city text collate "C" default 'x', price numeric(10, 2) check (price > 0),
                note text, loud text generated always as (city || '!') stored, order_id int references shop.orders (a),
                primary key (id, day)) partition by range (day);
            alter table shop.trades alter column note set storage external;
            alter table shop.trades drop column gone;
            create index on shop.trades (city, price);
            create table shop.early (note text check (note is not null), gone text, order_id int, day date not null, price numeric(10, 2),
                city text collate "C" default 'x', loud text generated always as (city || '!') stored,
                id int not null default nextval('shop.trades_id_seq'), constraint trades_price_check check (price > 0))
                with (fillfactor = 70, autovacuum_enabled = false);
            alter table shop.early alter column note set storage external;
            alter table shop.early drop column gone;
            alter table shop.trades attach partition shop.early for values from ('2024-01-01') to ('2025-01-01');
            create table shop.late (like shop.early including all excluding indexes) partition by list (day);
            alter table shop.late alter column note set storage external;
            alter table shop.trades attach partition shop.late for values from ('2025-01-01') to ('2026-01-01');
            create table shop.last partition of shop.late default;
            create table shop.other partition of shop.trades default;
            alter table shop.trades add constraint is_dear check (price > 1) not valid;
            alter table shop.trades add column venue text;
            alter table shop.late alter venue set default 'XETR', alter venue set not null, alter venue set storage external;
            create table shop.fills (id int, day date not null, note text) partition by range (day);
            create table shop.fills_new partition of shop.fills for values from ('2024-01-01') to ('2025-01-01');
            create index fills_by_note on only shop.fills (lower(note), day);
            create index concurrent_0 on shop.fills_new (lower(note), day);
            alter index shop.fills_by_note attach partition shop.concurrent_0;
            alter table shop.fills add constraint fills_key primary key (id, day);
            create index fills_by_day on shop.fills (day);
            create index fills_at_day on shop.fills using hash (day);
            alter table shop.fills_new rename to fills_2024;
            alter table shop.fills rename column day to traded;
            create table shop.fills_2025 (like shop.fills including all);
            alter table shop.fills attach partition shop.fills_2025 for values from ('2025-01-01') to ('2026-01-01');
            create table shop.fills_2026 partition of shop.fills for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
            create table shop.fills_2026_1 partition of shop.fills_2026 for values in (1);
            create index by_note on shop.fills_2026 (note);
            alter index shop.fills_2026_1_note_idx rename to "Deep notes";
            alter index shop.fills_2026_1_pkey rename to one_key;
            alter index shop.fills_2026_1_lower_day_idx rename to fills_2026_1_lower_day_idx17;
            alter index shop.fills_2025_day_idx rename to x;
            alter index shop.fills_2025_day_idx1 rename to fills_2025_day_idx;
            alter index shop.x rename to fills_2025_day_idx1;
            create table shop.kin (a int, twice int generated always as (a * 2) stored);
            create table shop.child () inherits (shop.kin);
            create table shop.grandchild (a int) inherits (shop.child);
            create table shop.step (a int, twice int generated always as (a * 2) stored);
            alter table shop.step inherit shop.kin;
            alter table shop.kin add constraint is_positive check (a > 0) not valid;
            create function shop.least_of(variadic anyarray) returns anyelement language sql as 'select $1[1]';
            create function shop.four() returns int language sql set local_preload_libraries = 'Mixed/Case', '', 'c:/''a"/path' as 'select 4';
            create function shop.one() returns int language sql set work_mem = '1MB' set search_path = '' set lock_timeout = '1s' as 'select 1';
            create function shop.two() returns int language sql security definer set work_mem = '1MB' set search_path = shop, public as 'select 1';
            create procedure shop.three() language sql set work_mem = '1MB' set search_path = '' set lock_timeout = '1s' as 'select 1';
            create function shop.note() returns event_trigger language plpgsql as 'begin end';
            create event trigger watch on ddl_command_end when tag in ('DROP TABLE', 'CREATE TABLE', 'ALTER TABLE')
                execute function shop.note();
            create text search dictionary shop.plain (template = simple, stopwords = english, accept = false);
            create text search dictionary shop.stems (template = snowball, stopwords = english, language = english);
            do 'begin create role varve_clerks; exception when duplicate_object or unique_violation then null; end';
            do 'begin create role varve_readers; exception when duplicate_object or unique_violation then null; end';
            grant select on shop.orders to varve_readers;
            grant insert on shop.orders to varve_clerks;
            grant update on shop.orders to varve_readers;
            grant select (c) on shop.orders to varve_readers, public, varve_clerks;
            revoke execute on function shop.one() from public;
            grant execute on function shop.one() to varve_readers, varve_clerks;
            grant usage on schema shop to varve_readers, varve_clerks;
            alter default privileges in schema shop grant select, insert on tables to varve_clerks;
            alter default privileges grant select on tables to varve_readers;
            create table shop.late_comer (id serial);
            create foreign data wrapper wrapper options (z '1', b '2', a '3');
            create server feed foreign data wrapper wrapper options (port '5432', host 'x', dbname 'y');
            create foreign table shop.asks (x int options (c 'y', b 'z')) server feed options (updatable 'false', table_name 'tt');
            """);

    @RegisterExtension
    static final FreshDatabase EMPTY = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path folder;

    /** A subscription does not go along when a database is copied, and stands in the way of dropping it. */
    @BeforeEach
    void subscribe() {
        GROWN.get()
                .execute("create subscription taken connection 'dbname=nowhere' publication zinc, iron, gold"
                        + " with (connect = false, slot_name = none, enabled = false, binary = true)");
    }

    @AfterEach
    void unsubscribe() {
        GROWN.get().execute("drop subscription if exists taken");
        EMPTY.get().execute("drop subscription if exists taken");
    }

    @Test
    void the_revision_makes_the_same_dump_of_an_empty_database() {
        CommandRun run = CommandRun.of(
                VarveCli.of(Nothing.class),
                Map.of("VARVE_SHOP_URL", GROWN.url()),
                "import",
                "-d",
                "shop",
                "--sources",
                folder.toString());
        assertThat(run.err()).isEmpty();
        Migrator empty = Migrator.builder()
                .database("shop", EMPTY.dataSource())
                .migrations(new SourceFolder(folder).migrations())
                .build();

        empty.upgrade();

        assertThat(empty.check("shop").findings()).isEmpty();
        assertThat(withoutStore(EMPTY)).isEqualTo(withoutStore(GROWN));
    }

    private static String withoutStore(FreshDatabase database) {
        database.get().execute("drop schema varve cascade");
        return database.get().dump().orElse("");
    }
}
