package dev.varve.reference;

import static dev.varve.dsl.Postgres.accessMethod;
import static dev.varve.dsl.Postgres.compositeType;
import static dev.varve.dsl.Postgres.index;
import static dev.varve.dsl.Postgres.indexStorage;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.parameter;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.CompositeTypeSpec;
import dev.varve.dsl.PlainTable;
import java.util.Map;

final class TableFacts implements ReferencePage {

    private static final PlainTable OFFERS = table("offers").inSchema("shop");
    private static final CompositeTypeSpec OFFER = compositeType("offer").inSchema("shop");

    @Override
    public String title() {
        return "Table facts";
    }

    @Override
    public String introduction() {
        return """
                How a table is stored, logged, guarded and replicated. Each of these facts can be said of a new table, changed, and taken
                back with a word that begins with `drop`, which gives the choice back to the server.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(OFFER.attribute("code", integer()).attribute("city", text()));
        changes.create(OFFERS.column("code", integer().notNull())
                .column("city", text().notNull())
                .primaryKey("code")
                .index(on("city").unique().named("offers_city")));
    }

    @Snippet("Say everything of a new table")
    void create(Changes changes) {
        changes.create(table("bids")
                .inSchema("shop")
                .column("code", integer().notNull())
                .column("city", text())
                .index(on("code").unique().named("bids_code"))
                .unlogged()
                .storageParameters(Map.of("fillfactor", "70"))
                .forcedRowSecurity()
                .rowType(OFFER)
                .replicaIdentity("bids_code")
                .clusterOn("bids_code"));
    }

    @Snippet("Choose storage parameters")
    void storageParameters(Changes changes) {
        changes.alter(OFFERS)
                .storageParameters(Map.of("fillfactor", "70", "toast.autovacuum_enabled", "false"))
                .storageParameters(Map.of("fillfactor", "80"))
                .dropStorageParameters();
    }

    @Snippet("Let PostgreSQL keep and print them in an order of their own")
    void orderOfStorageParameters(Changes changes) {
        changes.alter(OFFERS)
                .storageParameters(
                        parameter("toast.autovacuum_enabled", "false").and("fillfactor", "70"))
                .storageParameters(parameter("parallel_workers", "2")
                        .and("fillfactor", "70")
                        .and("autovacuum_enabled", "false"))
                .storageParameters(parameter("fillfactor", "70").and("parallel_workers", "2"))
                .alterConstraint(
                        "pk_offers", indexStorage(parameter("fillfactor", "80").and("deduplicate_items", "off")))
                .addIndex(on("city")
                        .named("dense")
                        .storage(parameter("fillfactor", "70").and("deduplicate_items", "off")));
        changes.alter(index("dense").inSchema("shop"))
                .storage(parameter("fillfactor", "90").and("deduplicate_items", "off"));
    }

    @Snippet("Log nothing, and log again")
    void unlogged(Changes changes) {
        changes.alter(OFFERS).unlogged().logged();
    }

    @Snippet(value = "Store rows by another access method", renamable = false)
    void storedOtherwise(Changes changes) {
        changes.create(accessMethod("heap2").forTables("pg_catalog", "heap_tableam_handler"));
        changes.create(table("bids").inSchema("shop").column("code", integer()).accessMethod("heap2"));
        changes.alter(OFFERS).accessMethod("heap2").dropAccessMethod();
    }

    @Snippet("Guard rows by policies")
    void rowSecurity(Changes changes) {
        changes.alter(OFFERS).rowSecurity().forcedRowSecurity().dropRowSecurity();
    }

    @Snippet("Guard rows of the owner as soon as policies guard any")
    void guardOwner(Changes changes) {
        changes.alter(OFFERS).disabledForcedRowSecurity();
        changes.create(table("bids").inSchema("shop").column("code", integer()).disabledForcedRowSecurity());
    }

    @Snippet("Bind the columns to a composite type")
    void rowType(Changes changes) {
        changes.alter(OFFERS).rowType(OFFER).dropRowType();
    }

    @Snippet(value = "Rename the type, which the table follows", after = "create")
    void renameType(Changes changes) {
        changes.rename(OFFER, "bid_type");
    }

    @Snippet("Choose what tells old rows apart in logical replication")
    void replicaIdentity(Changes changes) {
        changes.alter(OFFERS)
                .replicaIdentity("offers_city")
                .replicaIdentityFull()
                .replicaIdentityNothing()
                .replicaIdentity("pk_offers")
                .dropReplicaIdentity();
    }

    @Snippet("Choose the index by which `cluster` sorts")
    void cluster(Changes changes) {
        changes.alter(OFFERS).clusterOn("offers_city").clusterOn("pk_offers").dropCluster();
    }

    @Snippet("Create tables with a replica identity")
    void identities(Changes changes) {
        changes.create(table("asks").inSchema("shop").column("code", integer()).replicaIdentityFull());
        changes.create(table("logs")
                .inSchema("shop")
                .column("code", integer())
                .rowSecurity()
                .replicaIdentityNothing());
    }

    @Snippet(value = "Rename the index, which both follow", after = "create")
    void renameIndex(Changes changes) {
        changes.alter(table("bids").inSchema("shop")).renameIndex("bids_code", "bids_key");
    }

    @Snippet(value = "Move the table, which all follow", after = "create")
    void move(Changes changes) {
        changes.move(table("bids").inSchema("shop"), "archive");
    }

    @Snippet(value = "Drop the table", after = "create")
    void drop(Changes changes) {
        changes.drop(table("bids").inSchema("shop"));
    }
}
