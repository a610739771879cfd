package dev.varve.reference;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.MAXVALUE;
import static dev.varve.dsl.Postgres.MINVALUE;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.foreignDataWrapper;
import static dev.varve.dsl.Postgres.foreignServer;
import static dev.varve.dsl.Postgres.hash;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ForeignServerSpec;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;

final class Partitions implements ReferencePage {

    private static final PlainTable TRADES = table("trades").inSchema("shop");
    private static final PartitionSpec EARLY = partition("trades_early").inSchema("shop");

    @Override
    public String title() {
        return "Partitions";
    }

    @Override
    public String introduction() {
        return """
                A partitioned table says how its rows are spread; a partition says which of them it has. It has the columns, constraints and
                indexes of its table, so that a change of the table needs no word about its partitions; it can have indexes of its own
                beside these. Primary keys and unique indexes have the columns by which the table is partitioned. A partition that is
                detached keeps the keys, foreign keys and indexes of its table, but not its triggers. The names of what has an index are those
                that PostgreSQL gives to the indexes of a new partition: where they are otherwise, they are changed first.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(TRADES.column("day", date().notNull())
                .column("city", text())
                .column("price", integer())
                .check("price_is_positive", "price > 0")
                .partitionBy(range("day")));
    }

    @Snippet("Ranges")
    void create(Changes changes) {
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.create(partition("trades_late")
                .inSchema("shop")
                .of(TRADES)
                .from("2025-01-01")
                .to(MAXVALUE));
        changes.create(partition("trades_rest").inSchema("shop").of(TRADES).byDefault());
    }

    @Snippet("Lists, by an expression")
    void lists(Changes changes) {
        PlainTable places = table("places").inSchema("shop");
        changes.create(places.column("city", text()).partitionBy(list(key(sql("lower(city)")))));
        changes.create(partition("places_north").inSchema("shop").of(places).in("oslo", "bergen"));
    }

    @Snippet("Hashes, with a primary key and an index")
    void hashes(Changes changes) {
        PlainTable clients = table("clients").inSchema("shop");
        changes.create(clients.column("code", integer())
                .column("city", text())
                .primaryKey("code")
                .index("city")
                .partitionBy(hash("code")));
        changes.create(partition("clients_even").inSchema("shop").of(clients).remainder(2, 0));
        changes.create(partition("clients_odd").inSchema("shop").of(clients).remainder(2, 1));
    }

    @Snippet("Partitions of partitions")
    void nested(Changes changes) {
        PartitionSpec split =
                EARLY.of(TRADES).from("2024-01-01").to("2025-01-01").partitionBy(list("city"));
        changes.create(split);
        changes.create(partition("trades_oslo").inSchema("shop").of(split).in("oslo"));
    }

    @Snippet(value = "Rename a column by which partitions are partitioned", after = "nested")
    void renameColumn(Changes changes) {
        changes.alter(TRADES).renameColumn("city", "place");
    }

    @Snippet(value = "Change the table, and with it every partition", after = "create")
    void alter(Changes changes) {
        changes.alter(TRADES)
                .addColumn("note", text())
                .addPrimaryKey("day")
                .addIndex("price")
                .renameColumn("day", "closed_on");
    }

    @Snippet("Attach a table")
    void attach(Changes changes) {
        changes.create(table("trades_early")
                .inSchema("shop")
                .column("day", date().notNull())
                .column("city", text())
                .column("price", integer())
                .check("price_is_positive", "price > 0"));
        changes.alter(TRADES).attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
    }

    @Snippet("Have its columns in another order than its table")
    void columnOrder(Changes changes) {
        PartitionSpec late = partition("trades_late").inSchema("shop");
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01").columnOrder("price", "day", "city"));
        changes.create(late.of(TRADES)
                .from("2025-01-01")
                .to(MAXVALUE)
                .partitionBy(list("city"))
                .columnOrder("city"));
        changes.create(partition("trades_oslo").inSchema("shop").of(late).in("oslo"));
        changes.create(partition("trades_bergen")
                .inSchema("shop")
                .of(late)
                .in("bergen")
                .columnOrder("day", "price"));
        changes.alter(TRADES)
                .addColumn("note", text())
                .renameColumn("price", "amount")
                .dropColumn("note");
        changes.drop(late);
        changes.drop(EARLY);
    }

    @Snippet("Attach a table whose columns are in another order, which it keeps")
    void attachInAnyOrder(Changes changes) {
        changes.create(table("trades_early")
                .inSchema("shop")
                .column("price", integer())
                .column("day", date().notNull())
                .column("city", text())
                .check("price_is_positive", "price > 0"));
        changes.alter(TRADES)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"))
                .addColumn("note", text())
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
        changes.drop(EARLY);
    }

    @Snippet("Attach tables with the bounds that partitions can have")
    void bounds(Changes changes) {
        PlainTable places = table("places").inSchema("shop");
        PlainTable clients = table("clients").inSchema("shop");
        changes.create(places.column("city", text()).partitionBy(list("city")));
        changes.create(clients.column("code", integer()).partitionBy(hash("code")));
        changes.create(table("places_north").inSchema("shop").column("city", text()));
        changes.create(table("clients_even").inSchema("shop").column("code", integer()));
        changes.create(table("trades_first")
                .inSchema("shop")
                .column("day", date().notNull())
                .column("city", text())
                .column("price", integer())
                .check("price_is_positive", "price > 0"));
        changes.alter(places)
                .attachPartition(partition("places_north").inSchema("shop").in("oslo", "bergen"));
        changes.alter(clients)
                .attachPartition(partition("clients_even").inSchema("shop").remainder(2, 0));
        changes.alter(TRADES)
                .attachPartition(partition("trades_first")
                        .inSchema("shop")
                        .from(MINVALUE)
                        .to(MAXVALUE));
    }

    @Snippet(value = "Detach a partition", after = "create")
    void detach(Changes changes) {
        changes.alter(TRADES).detachPartition(EARLY);
    }

    @Snippet("Detach a partition while its table is read and written")
    void detachConcurrently(Changes changes) {
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.alter(TRADES).detachPartitionConcurrently(EARLY);
    }

    @Snippet(value = "Index one partition", after = "create")
    void index(Changes changes) {
        changes.alter(EARLY)
                .addIndex(on(desc("day"), asc("city")).where("city <> ''").named("early_days"))
                .addIndex(on("price").include("city").concurrently().named("early_prices"))
                .renameIndex("early_days", "first_days")
                .dropIndexConcurrently("early_prices");
        changes.alter(TRADES).renameColumn("city", "place");
    }

    @Snippet("Its own indexes stay with a partition that is attached or detached")
    void detachIndexed(Changes changes) {
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.alter(EARLY).addIndex("price");
        changes.alter(TRADES).detachPartition(EARLY);
        changes.alter(TRADES)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"))
                .dropColumn("price");
    }

    @Snippet(value = "Index a partitioned table while it is written", after = "nested")
    void indexConcurrently(Changes changes) {
        changes.alter(TRADES).addIndex(on("city").concurrently());
    }

    @Snippet(
            value = "Detach a partition with keys and indexes, and attach it again",
            renamable = false) // an index is called by PostgreSQL
    void detachWithKeys(Changes changes) {
        PlainTable clients = table("clients").inSchema("shop");
        PlainTable orders = table("orders").inSchema("shop");
        PartitionSpec old = partition("orders_old").inSchema("shop");
        changes.create(clients.column("code", integer().primaryKey()));
        changes.create(orders.column("number", integer())
                .column("day", date())
                .column("client", integer().references(reference(clients, "code")))
                .column("note", text())
                .primaryKey("day", "number")
                .unique("number", "client", "day")
                .partitionBy(range("day")));
        changes.create(old.of(orders).from("2024-01-01").to("2025-01-01"));
        changes.alter(orders)
                .addIndex("client")
                .addIndex(on("note").include("client").where("note <> ''").named("ix_noted"))
                .detachPartition(old);
        changes.alter(table("orders_old").inSchema("shop")).dropIndex("orders_old_client_idx");
        changes.alter(orders).attachPartition(old.from("2024-01-01").to("2025-01-01"));
    }

    @Snippet(
            value = "Refer from a partitioned table to itself, and drop a partition of it",
            renamable = false) // constraints of a detached partition are called by PostgreSQL
    void toItself(Changes changes) {
        PlainTable places = table("places").inSchema("shop");
        PartitionSpec near = partition("places_near").inSchema("shop");
        changes.create(places.column("id", integer())
                .column("above", integer())
                .primaryKey("id")
                .partitionBy(range("id")));
        changes.create(near.of(places).from(1).to(100));
        changes.alter(places).addForeignKey("above").references(places, "id").onDelete(CASCADE);
        changes.create(
                partition("places_far").inSchema("shop").of(places).from(100).to(MAXVALUE));
        changes.alter(places)
                .renameColumn("id", "code")
                .detachPartition(near)
                .attachPartition(near.from(1).to(100));
        changes.drop(near);
        changes.alter(places).dropColumn("above");
        changes.rename(places, "spots");
    }

    @Snippet("Have the rows of a partition on another server")
    void elsewhere(Changes changes) {
        ForeignServerSpec archive = foreignServer("old_trades").wrapper("archives");
        PartitionSpec early =
                EARLY.from("2024-01-01").to("2025-01-01").foreign(archive.rows().option("table_name", "trades"));
        changes.create(foreignDataWrapper("archives"));
        changes.create(archive);
        changes.create(early.of(TRADES));
        changes.comment(early, "Before the move");
        changes.alter(TRADES).renameColumn("city", "place");
        changes.rename(early, "first_trades");
        changes.drop(partition("first_trades").inSchema("shop"));
    }

    @Snippet("Bounds of partitions whose rows are on another server")
    void boundsElsewhere(Changes changes) {
        ForeignServerSpec archive = foreignServer("old_trades").wrapper("archives");
        PlainTable places = table("places").inSchema("shop");
        PlainTable clients = table("clients").inSchema("shop");
        changes.create(foreignDataWrapper("archives"));
        changes.create(archive);
        changes.create(places.column("city", text()).partitionBy(list("city")));
        changes.create(clients.column("code", integer()).partitionBy(hash("code")));
        changes.create(
                partition("places_north").inSchema("shop").of(places).in("oslo").foreign(archive.rows()));
        changes.create(
                partition("places_rest").inSchema("shop").of(places).byDefault().foreign(archive.rows()));
        changes.create(partition("clients_even")
                .inSchema("shop")
                .of(clients)
                .remainder(2, 0)
                .foreign(archive.rows()));
        changes.create(partition("trades_all")
                .inSchema("shop")
                .of(TRADES)
                .from(MINVALUE)
                .to(MAXVALUE)
                .foreign(archive.rows()));
    }

    @Snippet("Attach and detach a foreign table")
    void attachForeign(Changes changes) {
        ForeignServerSpec archive = foreignServer("old_trades").wrapper("archives");
        changes.create(foreignDataWrapper("archives"));
        changes.create(archive);
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01").foreign(archive.rows()));
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01").foreign(archive.rows()));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(EARLY, "first_trades");
        changes.rename(TRADES, "deals");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(EARLY, "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(EARLY, "Before the move");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(EARLY);
    }

    @Snippet(value = "Drop the table with its partitions", after = "nested")
    void dropAll(Changes changes) {
        changes.drop(TRADES);
    }
}
