package dev.varve.reference;

import static dev.varve.dsl.Postgres.MAXVALUE;
import static dev.varve.dsl.Postgres.MINVALUE;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.publication;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Publication.Operation;

final class Publications implements ReferencePage {

    private static final PlainTable OFFERS = table("offers").inSchema("shop");
    private static final PlainTable BIDS = table("bids").inSchema("shop");
    private static final PlainTable TRADES = table("trades").inSchema("shop");
    private static final PartitionSpec EARLY = partition("trades_early").inSchema("shop");
    private static final PartitionSpec LATE = partition("trades_late").inSchema("shop");

    @Override
    public String title() {
        return "Publications";
    }

    @Override
    public String introduction() {
        return """
                The changes of tables, or of single partitions, to which other servers may subscribe. A partition stays published when it is
                detached, and so does a table that is attached. What is dropped has to be taken out before.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(OFFERS.column("id", integer().primaryKey())
                .column("city", text().notNull())
                .column("note", text()));
        changes.create(BIDS.column("id", integer().primaryKey()));
        changes.create(TRADES.column("day", date().notNull())
                .column("price", integer())
                .partitionBy(range("day")));
        changes.create(EARLY.of(TRADES).from(MINVALUE).to("2025-01-01"));
        changes.create(LATE.of(TRADES).from("2025-01-01").to(MAXVALUE));
    }

    @Snippet("Publish every table")
    void allTables(Changes changes) {
        changes.create(publication("everything").allTables());
    }

    @Snippet("Publish some tables, with some columns, or some rows")
    void create(Changes changes) {
        changes.create(publication("market")
                .table(BIDS)
                .rows(OFFERS, "id > 100", "id", "city")
                .publish(Operation.INSERT, Operation.UPDATE)
                .viaPartitionRoot());
    }

    @Snippet("Publish a table without those that inherit from it, and publish it no more")
    void withoutHeirs(Changes changes) {
        changes.create(table("auctions").inSchema("shop").inherits(BIDS));
        changes.create(publication("market").table(BIDS));
        changes.alter(publication("market")).dropTable(BIDS);
    }

    @Snippet("Publish single partitions, with some columns, or some rows")
    void partitions(Changes changes) {
        changes.create(publication("history").table(EARLY, "day").rows(LATE, "price > 100"));
    }

    @Snippet("Publish a partitioned table, of which some rows, beside one of its partitions")
    void besidePartition(Changes changes) {
        changes.create(publication("history")
                .rows(TRADES, "price > 100", "day", "price")
                .table(EARLY)
                .viaPartitionRoot());
    }

    @Snippet("Publish the tables of a schema")
    void schemas(Changes changes) {
        changes.create(publication("market").tablesInSchema("shop"));
    }

    @Snippet(value = "Publish generated columns", since = 18)
    void generated(Changes changes) {
        changes.create(publication("market").table(BIDS).generatedColumns());
    }

    @Snippet(value = "Stop to publish generated columns", after = "generated", since = 18)
    void notGenerated(Changes changes) {
        changes.alter(publication("market")).generatedColumns(false);
    }

    @Snippet("Create one without tables")
    void empty(Changes changes) {
        changes.create(publication("market"));
    }

    @Snippet(value = "Add tables and schemas", after = "empty")
    void add(Changes changes) {
        changes.alter(publication("market"))
                .addTable(BIDS)
                .addRows(OFFERS, "city <> ''")
                .addTablesInSchema("archive");
    }

    @Snippet(value = "Add and drop partitions", after = "partitions")
    void addPartition(Changes changes) {
        changes.alter(publication("history"))
                .dropTable(LATE)
                .addTable(LATE, "price")
                .addRows(EARLY, "day > '2020-01-01'")
                .dropTable(LATE);
    }

    @Snippet(value = "Drop tables and schemas", after = "schemas")
    void dropSchema(Changes changes) {
        changes.alter(publication("market"))
                .addTable(BIDS)
                .dropTablesInSchema("shop")
                .dropTable(BIDS);
    }

    @Snippet(value = "Change what is published", after = "create")
    void publish(Changes changes) {
        changes.alter(publication("market"))
                .publish(Operation.INSERT, Operation.DELETE, Operation.TRUNCATE)
                .viaPartitionRoot(false);
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(publication("market").allTables());
    }

    @Snippet(value = "Rename a column, which it follows", after = "create")
    void renameColumn(Changes changes) {
        changes.alter(OFFERS).renameColumn("city", "place");
    }

    @Snippet(value = "Rename a table, which it follows", after = "create")
    void renameTable(Changes changes) {
        changes.rename(BIDS, "auctions");
    }

    @Snippet(value = "Put rows of a partitioned table in the place of its partitions", after = "partitions")
    void replaceByTable(Changes changes) {
        changes.replace(publication("history").rows(TRADES, "price > 100").viaPartitionRoot());
    }

    @Snippet(value = "Rename a partition and a column of its table, which it follows", after = "partitions")
    void renamePartition(Changes changes) {
        changes.rename(LATE, "trades_new");
        changes.alter(TRADES).renameColumn("price", "amount");
    }

    @Snippet(value = "Detach a partition that is published and attach it again", after = "partitions")
    void detach(Changes changes) {
        changes.alter(TRADES).detachPartition(LATE);
        changes.rename(table("trades_late").inSchema("shop"), "trades_new");
        changes.alter(TRADES)
                .attachPartition(partition("trades_new")
                        .inSchema("shop")
                        .from("2025-01-01")
                        .to("2026-01-01"));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(publication("market"), "trade");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(publication("market"), "What others may see");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(publication("market"));
    }
}
