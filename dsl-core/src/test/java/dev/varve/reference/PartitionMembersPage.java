package dev.varve.reference;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.MAIN;
import static dev.varve.dsl.Postgres.MAXVALUE;
import static dev.varve.dsl.Postgres.PGLZ;
import static dev.varve.dsl.Postgres.UPDATE;
import static dev.varve.dsl.Postgres.compression;
import static dev.varve.dsl.Postgres.condition;
import static dev.varve.dsl.Postgres.defaultStatistics;
import static dev.varve.dsl.Postgres.defaultStorage;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.index;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.nDistinct;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Postgres.using;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.ColumnProperty;
import java.util.List;
import java.util.Map;

final class PartitionMembersPage implements ReferencePage {

    private static final PlainTable ACCOUNTS = table("accounts").inSchema("shop");
    private static final PlainTable TRADES = table("trades").inSchema("shop");
    private static final PartitionSpec EARLY = partition("trades_early").inSchema("shop");
    private static final FunctionSpec NOTE = function("note").inSchema("shop");

    @Override
    public String title() {
        return "What partitions have of their own";
    }

    @Override
    public String introduction() {
        return """
                Beside what a partition has of its table it can have constraints, indexes, triggers, policies, privileges and comments of its
                own, columns that are not null or have another default, and facts about how its rows are stored. All of it stays with the
                partition when it is detached, and comes with a table that is attached. What the table says of a column later would go for its
                partitions, too, so that it is refused where a partition says something else.""";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.create(schema("shop"));
        changes.create(ACCOUNTS.column("id", integer().primaryKey()));
        changes.create(TRADES.column("day", date().notNull())
                .column("city", text().defaultTo("Bern"))
                .column("price", integer())
                .column("account", integer())
                .check("price_is_positive", "price > 0")
                .partitionBy(range("day")));
        changes.create(EARLY.of(TRADES).from("2024-01-01").to("2025-01-01"));
        changes.create(NOTE.returns("trigger").language("plpgsql").body("begin return new; end"));
    }

    @Snippet("Constraints")
    void constraints(Changes changes) {
        changes.alter(EARLY)
                .addCheck("known_city", condition("city <> ''").notValid())
                .addForeignKey("account", reference(ACCOUNTS, "id").onDelete(CASCADE))
                .addUnique(key("price", "day").named("one_price"))
                .addExclusion(using("btree").with("account", "=").named("one_trade"))
                .validateConstraint("known_city")
                .renameConstraint("known_city", "some_city")
                .commentOnConstraint("some_city", "Not written on all the early receipts")
                .noCommentOnConstraint("some_city")
                .commentOnIndexOf("one_price", "Finds the receipts of a day")
                .commentOnIndexOf("one_trade", "Finds by account")
                .renameConstraint("one_price", "price_of_day")
                .noCommentOnIndexOf("one_trade")
                .dropConstraint("some_city");
    }

    @Snippet("A primary key of columns that may be null in the table")
    void primaryKey(Changes changes) {
        changes.alter(EARLY).notNull("price").addPrimaryKey("day", "price");
        changes.alter(EARLY).dropConstraint("pk_trades_early").dropNotNull("price");
    }

    @Snippet(value = "A not-null constraint with a name", since = 18)
    void namedNotNull(Changes changes) {
        changes.alter(EARLY).addNotNull("price_is_known", "price");
        changes.alter(EARLY).renameConstraint("price_is_known", "has_price").dropConstraint("has_price");
    }

    @Snippet("Defaults for rows that are written into the partition by its name")
    void defaults(Changes changes) {
        changes.alter(EARLY).columnDefault("price", "1").columnDefault("city", "upper('oslo')");
        changes.alter(EARLY).columnDefault("price", "2").noColumnDefault("city").defaultOfTable("price");
    }

    @Snippet(value = "Change the type of columns of which a partition has defaults of its own", after = "defaults")
    void typeUnderDefaults(Changes changes) {
        changes.alter(EARLY).columnDefault("city", "'Oslo'").columnDefault("account", "7");
        changes.alter(TRADES).alterColumn("city", type(varchar(40))).alterColumn("account", type(text()));
    }

    @Snippet("How the values of a column are stored and planned with")
    void properties(Changes changes) {
        changes.alter(TRADES).alterColumn("city", storage(EXTERNAL), statistics(200), nDistinct(300));
        changes.create(partition("trades_late")
                .inSchema("shop")
                .of(TRADES)
                .from("2025-01-01")
                .to(MAXVALUE));
        changes.alter(EARLY)
                .alterColumn("city", storage(MAIN), compression(PGLZ), defaultStatistics(), nDistinct(-0.5));
        changes.alter(EARLY)
                .alterColumn("city", defaultStorage(), statistics(50))
                .propertyOfTable("city", ColumnProperty.STORAGE)
                .propertyOfTable("city", ColumnProperty.STATISTICS)
                .propertyOfTable("city", ColumnProperty.COMPRESSION);
        changes.alter(TRADES)
                .renameColumn("city", "place")
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
    }

    @Snippet("A partition that is partitioned hands down what it has to those that say nothing else")
    void handedDown(Changes changes) {
        PartitionSpec late = partition("trades_late")
                .inSchema("shop")
                .of(TRADES)
                .from("2025-01-01")
                .to(MAXVALUE)
                .partitionBy(list("city"));
        PartitionSpec bern = partition("trades_bern").inSchema("shop").of(late).in("Bern");
        changes.create(late);
        changes.create(bern);
        changes.create(partition("trades_oslo").inSchema("shop").of(late).in("Oslo"));
        changes.alter(bern).columnDefault("price", "7").alterColumn("city", storage(MAIN));
        changes.alter(late)
                .columnDefault("price", "3")
                .notNull("price")
                .alterColumn("city", storage(EXTERNAL), statistics(50));
        changes.create(partition("trades_rest").inSchema("shop").of(late).in("Genf"));
        changes.alter(late)
                .columnDefault("price", "4")
                .dropNotNull("price")
                .propertyOfTable("city", ColumnProperty.STORAGE)
                .defaultOfTable("price");
    }

    @Snippet(value = "Change the table of partitions that have something of their own", after = "constraints")
    void alterTable(Changes changes) {
        changes.alter(EARLY).columnDefault("city", "'Oslo'").notNull("price").commentOnColumn("account", "The old one");
        changes.alter(TRADES)
                .renameColumn("account", "account_id")
                .renameColumn("city", "place")
                .renameColumn("price", "amount")
                .dropColumn("amount");
        changes.alter(ACCOUNTS).renameColumn("id", "number");
        changes.rename(ACCOUNTS, "clients");
        changes.rename(EARLY, "first_trades");
        changes.rename(TRADES, "deals");
    }

    @Snippet("Where and how the rows are stored")
    void facts(Changes changes) {
        changes.alter(EARLY)
                .storageParameters(Map.of("fillfactor", "70"))
                .unlogged()
                .logged()
                .storageParameters(Map.of("autovacuum_enabled", "false"))
                .dropStorageParameters();
    }

    @Snippet("By what logical replication tells old rows apart")
    void replicaIdentity(Changes changes) {
        changes.alter(EARLY).replicaIdentityFull().replicaIdentityNothing();
        changes.alter(EARLY).addUnique(key("day").named("one_a_day")).replicaIdentity("one_a_day");
    }

    @Snippet(value = "Let it do so as usual", after = "replicaIdentity")
    void dropReplicaIdentity(Changes changes) {
        changes.alter(EARLY).dropReplicaIdentity();
    }

    @Snippet("Triggers")
    void triggers(Changes changes) {
        changes.create(trigger("watch")
                .before(INSERT, UPDATE)
                .ofColumns("price")
                .on(EARLY)
                .forEachRow()
                .when("new.price > 10")
                .call(NOTE));
        changes.alter(TRADES).renameColumn("price", "amount");
        changes.rename(EARLY, "first_trades");
    }

    @Snippet("Policies, privileges and comments on columns")
    void security(Changes changes) {
        changes.alter(EARLY).rowSecurity().forcedRowSecurity();
        changes.create(policy("some_cities", EARLY).using("city <> 'Basel'"));
        changes.grant(privileges("select").on(EARLY), "varve_clerks");
        changes.grant(privileges("update").onColumns(EARLY, "price"), "varve_clerks");
        changes.alter(EARLY).commentOnColumn("price", "In old francs");
        changes.alter(TRADES).renameColumn("price", "amount").renameColumn("city", "place");
        changes.alter(EARLY).dropRowSecurity().noCommentOnColumn("amount");
    }

    @Snippet("The names of its parts of indexes and keys")
    void indexParts(Changes changes) {
        changes.alter(TRADES)
                .addIndex(on("price").named("trades_by_price"))
                .addUnique(key("day", "city").named("one_city_a_day"));
        changes.alter(EARLY)
                .indexPart(TRADES, "trades_by_price", "early_by_price")
                .indexPart(TRADES, "one_city_a_day", "early_city_a_day");
        changes.alter(TRADES).renameColumn("price", "amount").renameConstraint("one_city_a_day", "one_city");
        changes.alter(EARLY).indexPart(TRADES, "one_city", "early_city").dropIndexPartName(TRADES, "trades_by_price");
    }

    @Snippet(value = "Change what such parts belong to", after = "indexParts")
    void changeIndexParts(Changes changes) {
        changes.alter(EARLY).indexPart(TRADES, "trades_by_price", "early_by_amount");
        changes.rename(index("trades_by_price").inSchema("shop"), "trades_by_amount");
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
        changes.rename(EARLY, "first_trades");
        changes.rename(TRADES, "deals");
        changes.alter(table("deals").inSchema("shop"))
                .dropIndex("trades_by_amount")
                .addIndex("day");
        changes.rename(partition("first_trades").inSchema("shop"), "old_trades");
        changes.drop(partition("old_trades").inSchema("shop"));
        changes.alter(table("deals").inSchema("shop")).dropConstraint("one_city");
    }

    @Snippet("Attach a table with indexes and keys of its own, which keep their names")
    void attachIndexed(Changes changes) {
        PartitionSpec late = partition("trades_late").inSchema("shop");
        PartitionSpec last = partition("trades_last").inSchema("shop");
        changes.alter(TRADES)
                .addIndex(on("price").named("trades_by_price"))
                .addUnique(key("day", "city").named("one_city_a_day"));
        changes.create(table("trades_late")
                .inSchema("shop")
                .column("day", date().notNull())
                .column("city", text().defaultTo("Bern"))
                .column("price", integer())
                .column("account", integer())
                .check("price_is_positive", "price > 0")
                .unique(key("day", "city").named("late_cities"))
                .index(on("price").named("late_price_idx")));
        changes.alter(TRADES)
                .attachPartition(late.from("2025-01-01").to(MAXVALUE))
                .renameColumn("price", "amount");
        changes.rename(late, "trades_last");
        changes.alter(TRADES)
                .detachPartition(last)
                .attachPartition(last.from("2025-01-01").to(MAXVALUE));
    }

    @Snippet(value = "Detach and attach with all of it", after = "constraints")
    void detach(Changes changes) {
        changes.create(trigger("watch").before(INSERT).on(EARLY).forEachRow().call(NOTE));
        changes.alter(EARLY)
                .addIndex(on("city").named("early_cities"))
                .columnDefault("city", "'Oslo'")
                .notNull("price")
                .unlogged()
                .commentOnColumn("price", "In old francs")
                .addCheck("cheap", "price < 100")
                .commentOnConstraint("cheap", "They were")
                .addUnique(key("city", "day").named("one_city"))
                .commentOnIndexOf("one_city", "Finds the day of a city");
        changes.comment(EARLY, "Before the move");
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
    }

    @Snippet("Reference a partition instead of its table")
    void referenced(Changes changes) {
        PartitionSpec late = partition("trades_late").inSchema("shop");
        changes.alter(TRADES).addUnique("day", "price");
        changes.create(table("audits")
                .inSchema("shop")
                .column("begun", date())
                .column("paid", integer())
                .foreignKey(
                        List.of("begun", "paid"),
                        reference(EARLY, "day", "price").onDelete(CASCADE)));
        changes.create(late.of(TRADES).from("2025-01-01").to(MAXVALUE));
        changes.alter(late)
                .addForeignKey(
                        List.of("day", "price"),
                        reference(EARLY, "day", "price").named("as_before"));
    }

    @Snippet(value = "Rename what is referenced", after = "referenced")
    void renameReferenced(Changes changes) {
        changes.alter(TRADES).renameColumn("price", "amount");
        changes.rename(EARLY, "trades_2024");
    }

    @Snippet(
            value = "Detach and attach a partition that is referenced",
            renamable = false) // an index is called by PostgreSQL
    void referencedAlone(Changes changes) {
        changes.alter(TRADES).addPrimaryKey("day");
        changes.create(table("audits").inSchema("shop").column("begun", date().references(reference(EARLY, "day"))));
        changes.alter(TRADES)
                .detachPartition(EARLY)
                .attachPartition(EARLY.from("2024-01-01").to("2025-01-01"));
    }
}
