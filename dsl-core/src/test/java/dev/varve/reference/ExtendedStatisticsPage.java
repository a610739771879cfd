package dev.varve.reference;

import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statisticsOf;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.MaterializedViewSpec;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.ExtendedStatistics.Kind;

final class ExtendedStatisticsPage implements ReferencePage {

    private static final PlainTable OFFERS = table("offers").inSchema("shop");

    @Override
    public String title() {
        return "Extended statistics";
    }

    @Override
    public String introduction() {
        return "What PostgreSQL gathers of several columns of a table, a partition or a materialized view together. They go with it, and with each of their columns.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(OFFERS.column("id", integer().primaryKey())
                .column("city", text())
                .column("zip", text())
                .column("note", text()));
    }

    @Snippet("Create statistics of columns")
    void create(Changes changes) {
        changes.create(statisticsOf("places").inSchema("shop").on(OFFERS, "zip", "city"));
    }

    @Snippet("Gather some kinds, of an expression too, and look at more values")
    void kinds(Changes changes) {
        changes.create(statisticsOf("places")
                .inSchema("shop")
                .on(OFFERS, "city")
                .and(sql("lower(zip)"))
                .kinds(Kind.NDISTINCT, Kind.MCV)
                .target(1000));
    }

    @Snippet("Gather what a single partition holds")
    void ofPartition(Changes changes) {
        PlainTable sales = table("sales").inSchema("shop");
        PartitionSpec early = partition("sales_early").inSchema("shop");
        changes.create(sales.column("day", date())
                .column("town", text())
                .column("code", varchar(10))
                .partitionBy(range("day")));
        changes.create(early.of(sales).from("2024-01-01").to("2025-01-01"));
        changes.create(statisticsOf("early_places")
                .inSchema("shop")
                .on(early, "code", "town")
                .target(300));
        changes.alter(sales).renameColumn("town", "place").alterColumn("code", type(text()));
        changes.alter(sales).detachPartition(early);
    }

    @Snippet("Gather what a materialized view holds")
    void ofMaterializedView(Changes changes) {
        MaterializedViewSpec counted = materializedView("counted").inSchema("shop");
        changes.create(
                counted.as("select o.city, o.zip, count(*) as offers from shop.offers o group by o.city, o.zip"));
        changes.create(statisticsOf("counted_places").inSchema("shop").on(counted, "zip", "city"));
        changes.alter(OFFERS).alterColumn("zip", type(varchar(12))).cascadeRecreate();
    }

    @Snippet(value = "Look at another number of values", after = "create")
    void target(Changes changes) {
        changes.alter(statisticsOf("places").inSchema("shop")).target(500);
    }

    @Snippet(value = "Look at as many values as the server chooses", after = "kinds")
    void defaultTarget(Changes changes) {
        changes.alter(statisticsOf("places").inSchema("shop")).defaultTarget();
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(statisticsOf("places").inSchema("shop"), "regions");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(statisticsOf("places").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(statisticsOf("places").inSchema("shop"), "A city has few codes");
    }

    @Snippet(value = "Rename a column, which they follow", after = "kinds")
    void renameColumn(Changes changes) {
        changes.alter(OFFERS).renameColumn("zip", "postcode");
    }

    @Snippet(value = "Drop a column, and them with it", after = "create")
    void dropColumn(Changes changes) {
        changes.alter(OFFERS).dropColumn("zip");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(statisticsOf("places").inSchema("shop"));
    }
}
