package dev.varve.reference;

import static dev.varve.dsl.Postgres.EXTENDED;
import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.MAIN;
import static dev.varve.dsl.Postgres.PGLZ;
import static dev.varve.dsl.Postgres.PLAIN;
import static dev.varve.dsl.Postgres.compression;
import static dev.varve.dsl.Postgres.defaultCompression;
import static dev.varve.dsl.Postgres.defaultNDistinct;
import static dev.varve.dsl.Postgres.defaultNDistinctInherited;
import static dev.varve.dsl.Postgres.defaultStatistics;
import static dev.varve.dsl.Postgres.defaultStorage;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.nDistinct;
import static dev.varve.dsl.Postgres.nDistinctInherited;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.parameter;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import java.util.Map;

final class MaterializedViews implements ReferencePage {

    @Override
    public String title() {
        return "Materialized views";
    }

    @Override
    public String introduction() {
        return "A query whose rows are stored until it is refreshed. Whether it holds rows is data, not schema.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(table("offers")
                .inSchema("shop")
                .column("id", integer().primaryKey())
                .column("note", text())
                .column("price", numeric()));
    }

    @Snippet("Create a materialized view")
    void create(Changes changes) {
        changes.create(materializedView("notes")
                .inSchema("shop")
                .as("select id, note from shop.offers")
                .index("note")
                .index(on("id").unique().named("by_number")));
    }

    @Snippet("Create it without rows")
    void withNoData(Changes changes) {
        changes.create(materializedView("notes")
                .inSchema("shop")
                .as("select id, note from shop.offers")
                .withNoData());
    }

    @Snippet("Say how its rows are kept, and name its columns")
    void stored(Changes changes) {
        changes.create(materializedView("notes")
                .inSchema("shop")
                .columns("number", "remark")
                .using("heap")
                .storage(Map.of("fillfactor", "70", "autovacuum_enabled", "false", "toast.autovacuum_enabled", "false"))
                .tablespace("pg_default")
                .as("select id, note from shop.offers"));
    }

    @Snippet(value = "Change how its rows are kept", after = "stored")
    void changeStorage(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop"))
                .storage(Map.of("fillfactor", "80"))
                .storage(parameter("fillfactor", "80").and("autovacuum_enabled", "false"))
                .dropStorage()
                .using("heap")
                .tablespace("pg_default");
    }

    @Snippet("Say how the values of a column are stored and planned with")
    void columnProperties(Changes changes) {
        changes.create(materializedView("notes")
                .inSchema("shop")
                .as("select id, note, price from shop.offers")
                .column("id", statistics(1000))
                .column("price", storage(EXTENDED))
                .column("note", storage(EXTERNAL), compression(PGLZ)));
    }

    @Snippet(value = "Change that", after = "columnProperties")
    void changeColumnProperties(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop"))
                .alterColumn("id", defaultStatistics(), nDistinct(-0.5), nDistinctInherited(20))
                .alterColumn("id", defaultNDistinctInherited(), defaultNDistinct())
                .alterColumn("note", defaultStorage(), defaultCompression(), statistics(0))
                .alterColumn("note", storage(MAIN), storage(PLAIN));
    }

    @Snippet(
            value = "Rename a column, and put another definition in its place, of which that is said again",
            after = "columnProperties")
    void keepColumnProperties(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop")).renameColumn("note", "remark");
        changes.replace(materializedView("notes")
                .inSchema("shop")
                .as("select id, note as remark from shop.offers where note <> ''")
                .column("remark", storage(MAIN)));
    }

    @Snippet(value = "Refresh it", after = "create")
    void refresh(Changes changes) {
        changes.refresh(materializedView("notes").inSchema("shop"));
    }

    @Snippet(value = "Refresh it while it is read", after = "create")
    void refreshConcurrently(Changes changes) {
        changes.refreshConcurrently(materializedView("notes").inSchema("shop"));
    }

    @Snippet(value = "Throw its rows away", after = "create")
    void refreshWithNoData(Changes changes) {
        changes.refreshWithNoData(materializedView("notes").inSchema("shop"));
    }

    @Snippet(value = "Say by which index `cluster` orders it", after = "create")
    void cluster(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop"))
                .clusterOn("by_number")
                .clusterOn("ix_notes_note");
    }

    @Snippet(value = "Take that back", after = "cluster")
    void withoutCluster(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop")).withoutCluster();
    }

    @Snippet(value = "Add an index", after = "create")
    void addIndex(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop")).addIndex(on("note", "id"));
    }

    @Snippet(value = "Rename a column, with the indexes over it", after = "create")
    void renameColumn(Changes changes) {
        changes.alter(materializedView("notes").inSchema("shop")).renameColumn("note", "remark");
    }

    @Snippet(value = "Put another definition in its place, with the indexes that it has", after = "cluster")
    void replace(Changes changes) {
        changes.replace(
                materializedView("notes").inSchema("shop").as("select id, note from shop.offers where note <> ''"));
    }

    @Snippet(value = "Rename", after = "cluster")
    void rename(Changes changes) {
        changes.rename(materializedView("notes").inSchema("shop"), "remarks");
    }

    @Snippet(value = "Move to another schema", after = "cluster")
    void move(Changes changes) {
        changes.move(materializedView("notes").inSchema("shop"), "archive");
    }

    @Snippet(value = "Give it to a role, and let others read it", after = "create")
    void owner(Changes changes) {
        changes.createRole("varve_clerks");
        changes.owner(materializedView("notes").inSchema("shop"), "varve_clerks");
        changes.grant(privileges("select").on(materializedView("notes").inSchema("shop")), "public");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(materializedView("notes").inSchema("shop"), "What was noted");
    }

    @Snippet(value = "Drop", after = "cluster")
    void drop(Changes changes) {
        changes.drop(materializedView("notes").inSchema("shop"));
    }
}
