package dev.varve.reference;

import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.collation;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.extension;
import static dev.varve.dsl.Postgres.index;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import java.util.Map;
import java.util.Optional;

final class Indexes implements ReferencePage {

    private static final PlainTable OFFERS = table("offers").inSchema("shop");

    @Override
    public String title() {
        return "Indexes";
    }

    @Override
    public String introduction() {
        return "What finds rows fast, and refuses two with the same keys if it is unique. An index lives in the schema of its"
                + " table or materialized view.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("words"));
        changes.create(collation("german").inSchema("words").icu("de"));
        changes.create(OFFERS.column("id", integer().primaryKey())
                .column("city", text())
                .column("tags", arrayOf(text()))
                .column("placed", timestamptz()));
    }

    @Snippet("Index columns")
    void create(Changes changes) {
        changes.alter(OFFERS).addIndex("city", "placed").addIndex(on("placed").named("by_time"));
    }

    @Snippet("Say in which order keys are")
    void order(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on(
                                desc("placed").withNullsLast(),
                                asc("id").withNullsFirst(),
                                asc("city").collate("C").using("text_pattern_ops"))
                        .named("by_order"));
    }

    @Snippet("Order texts by a collation")
    void collate(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on(
                                asc("city").collate("words", "german"),
                                key(sql("lower(city)")).collate("words", "german"),
                                key(sql("upper(city)")))
                        .named("by_language"));
    }

    @Snippet(value = "Rename the schema of a collation, which it follows", after = "collate")
    void renameSchema(Changes changes) {
        changes.rename(schema("words"), "languages");
    }

    @Snippet("Refuse two rows with the same keys")
    void unique(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on("city").unique().nullsNotDistinct().named("one_city"))
                .addIndex(
                        on("placed").unique().include("id").where("city <> ''").named("one_time"));
    }

    @Snippet("Index by other access methods")
    void methods(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on("city").using("hash").named("hashed"))
                .addIndex(on("tags").using("gin").named("tagged"))
                .addIndex(on("city").using("spgist").named("split"))
                .addIndex(on(asc("placed").using("timestamptz_minmax_multi_ops").with("values_per_range", "64"))
                        .using("brin")
                        .named("coarse"));
    }

    @Snippet(
            value = "Compare by an operator class of an extension, with its parameters",
            needs = "pg_trgm",
            renamable = false)
    void operatorClass(Changes changes) {
        changes.create(schema("tools"));
        changes.create(extension("pg_trgm").inSchema("tools"));
        changes.alter(OFFERS)
                .addIndex(on(asc("city").using("tools", "gist_trgm_ops").with("siglen", "32"))
                        .using("gist")
                        .named("alike"));
        changes.rename(schema("tools"), "kit");
    }

    @Snippet("Index expressions, and say how closely `analyze` looks at them")
    void expressions(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on(asc("city"), key(sql("lower(city)")).statistics(Optional.of(500)))
                        .named("by_letters"));
    }

    @Snippet("Say how and where it is kept")
    void stored(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on("city")
                        .named("dense")
                        .storage(Map.of("fillfactor", "70", "deduplicate_items", "off"))
                        .tablespace("pg_default"));
    }

    @Snippet("Build it while the table is written")
    void concurrently(Changes changes) {
        changes.alter(OFFERS)
                .addIndex(on(key(sql("lower(city)")).statistics(Optional.of(200)))
                        .named("slowly")
                        .concurrently());
    }

    @Snippet(value = "Change how it is kept", after = "stored")
    void changeStorage(Changes changes) {
        changes.alter(index("dense").inSchema("shop"))
                .storage(Map.of("fillfactor", "80"))
                .dropStorage()
                .tablespace("pg_default");
    }

    @Snippet(value = "Change how closely `analyze` looks at a key", after = "expressions")
    void statistics(Changes changes) {
        changes.alter(index("by_letters").inSchema("shop")).statistics(2, 100).defaultStatistics(2);
    }

    @Snippet(value = "Make it the one of a constraint", after = "unique")
    void constraint(Changes changes) {
        changes.alter(OFFERS).addUniqueUsingIndex("uq_city", "one_city");
    }

    @Snippet(value = "Build it anew", after = "create")
    void reindex(Changes changes) {
        changes.reindex(index("by_time").inSchema("shop"));
        changes.reindex(OFFERS);
    }

    @Snippet(value = "Build it anew while the table is written", after = "create")
    void reindexConcurrently(Changes changes) {
        changes.reindexConcurrently(index("by_time").inSchema("shop"));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(index("by_time").inSchema("shop"), "by_instant");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(index("by_time").inSchema("shop"), "For the timeline");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(index("by_time").inSchema("shop"));
    }

    @Snippet(value = "Drop it while the table is written", after = "create")
    void dropConcurrently(Changes changes) {
        changes.alter(OFFERS).dropIndexConcurrently("by_time");
    }
}
