package dev.varve.reference;

import static dev.varve.dsl.Postgres.index;
import static dev.varve.dsl.Postgres.indexStorage;
import static dev.varve.dsl.Postgres.indexTablespace;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.using;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.testing.TestServers.TABLESPACE;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import java.util.Map;

final class Tablespaces implements ReferencePage {

    private static final PlainTable ORDERS = table("orders").inSchema("shop");
    private static final PlainTable TRADES = table("trades").inSchema("shop");
    private static final PartitionSpec EARLY = partition("trades_early").inSchema("shop");

    @Override
    public String title() {
        return "Tablespaces";
    }

    @Override
    public String introduction() {
        return """
                Where tablespaces are on the disks is the affair of whoever runs the server; tables, indexes, the indexes of constraints and
                materialized views name the one in which they are kept. Moving copies everything while nobody can read it. What a partitioned
                table says goes for its partitions, unless these say something else; its indexes say it of those of partitions to come.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"));
    }

    @Snippet("Keep a table, its keys and its indexes in a tablespace")
    void create(Changes changes) {
        changes.create(ORDERS.column("id", integer().notNull())
                .column("number", integer())
                .column("day", date())
                .primaryKey(key("id").storage(Map.of("fillfactor", "80")).tablespace(TABLESPACE))
                .unique(key("number").include("day").deferrable().tablespace(TABLESPACE))
                .exclude(using("btree")
                        .with("day", "=")
                        .storage(Map.of("fillfactor", "70"))
                        .tablespace(TABLESPACE)
                        .where("number > 0"))
                .index(on("day").tablespace(TABLESPACE))
                .tablespace(TABLESPACE));
    }

    @Snippet(value = "Move them", after = "create")
    void move(Changes changes) {
        changes.alter(ORDERS)
                .dropTablespace()
                .alterConstraint("pk_orders", indexTablespace("pg_default"))
                .alterConstraint("pk_orders", indexStorage(Map.of("fillfactor", "90")))
                .alterConstraint("pk_orders", indexStorage(Map.of()))
                .alterConstraint("uq_orders_number", indexTablespace(TABLESPACE))
                .addUnique(key("number", "id").tablespace(TABLESPACE));
        changes.alter(index("ix_orders_day").inSchema("shop")).tablespace("pg_default");
    }

    @Snippet("A materialized view, and where it goes")
    void view(Changes changes) {
        changes.create(materializedView("numbers")
                .inSchema("shop")
                .tablespace(TABLESPACE)
                .as("select 1 as number")
                .index(on("number").tablespace(TABLESPACE)));
        changes.alter(materializedView("numbers").inSchema("shop")).tablespace("pg_default");
    }

    @Snippet("A partitioned table, whose partitions are kept where it says, or elsewhere")
    void partitions(Changes changes) {
        changes.create(TRADES.column("day", date().notNull())
                .primaryKey(key("day").tablespace(TABLESPACE))
                .partitionBy(range("day")));
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.alter(TRADES).tablespace(TABLESPACE);
        changes.create(partition("trades_late")
                .inSchema("shop")
                .of(TRADES)
                .from("2025-01-01")
                .to("2026-01-01"));
        changes.alter(EARLY).tablespace("pg_default");
        changes.alter(EARLY).dropTablespace();
        changes.alter(TRADES).dropTablespace().tablespace(TABLESPACE);
    }

    @Snippet("Keep the indexes of partitions in another way")
    void indexOfPartitions(Changes changes) {
        changes.create(TRADES.column("day", date().notNull())
                .index(on("day").storage(Map.of("fillfactor", "80")))
                .partitionBy(range("day")));
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.alter(index("ix_trades_day").inSchema("shop"))
                .storage(Map.of("fillfactor", "90"))
                .tablespace(TABLESPACE);
    }

    @Snippet("Partitions of partitions")
    void nested(Changes changes) {
        PartitionSpec split =
                EARLY.of(TRADES).from("2024-01-01").to("2025-01-01").partitionBy(range("day"));
        changes.create(TRADES.column("day", date().notNull()).partitionBy(range("day")));
        changes.create(split);
        changes.create(partition("trades_may")
                .inSchema("shop")
                .of(split)
                .from("2024-05-01")
                .to("2024-06-01"));
        changes.alter(EARLY).tablespace(TABLESPACE);
        changes.alter(EARLY).dropTablespace();
        changes.alter(TRADES).tablespace(TABLESPACE);
    }

    @Snippet(value = "Detach and attach a partition that is kept elsewhere", after = "partitions", renamable = false)
    void attach(Changes changes) {
        changes.alter(EARLY).tablespace("pg_default");
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
        changes.alter(EARLY).dropTablespace();
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
    }
}
