package dev.varve.scenario;

import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PartitionAlteration;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What happens to partitioned tables and their partitions. */
final class PartitionScenarios {

    private PartitionScenarios() {}

    private static PlainTable whole(String schema) {
        return table("p")
                .inSchema(schema)
                .column("id", integer().notNull())
                .column("a", text())
                .column("b", text());
    }

    private static PlainTable parts(String schema) {
        return whole(schema).partitionBy(range("id"));
    }

    private static PartitionSpec part(String schema) {
        return partition("p1")
                .inSchema(schema)
                .of(table("p").inSchema(schema))
                .from(0)
                .to(10);
    }

    /** A table with a partition. */
    private static BiConsumer<Changes, String> with(UnaryOperator<PlainTable> more) {
        return (c, s) -> c.create(more.apply(parts(s)), part(s));
    }

    /** The same, and something that the partition has of its own. */
    private static BiConsumer<Changes, String> having(Consumer<PartitionAlteration> own) {
        return with(p -> p).andThen((c, s) -> own.accept(c.alter(part(s))));
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of("a partition comes", (c, s) -> c.create(parts(s)), with(p -> p), "create partition s.p1"),
                Scenario.of("a partition goes", with(p -> p), (c, s) -> c.create(parts(s)), "drop partition s.p1"),
                Scenario.of(
                        "a partition is for other rows",
                        with(p -> p),
                        (c, s) -> c.create(
                                parts(s),
                                partition("p1")
                                        .inSchema(s)
                                        .of(table("p").inSchema(s))
                                        .from(0)
                                        .to(20)),
                        "detach partition s.p1",
                        "attach table s.p1 to table s.p"),
                Scenario.of(
                        "a table becomes a partition",
                        (c, s) -> c.create(
                                parts(s),
                                table("p1")
                                        .inSchema(s)
                                        .column("id", integer().notNull())
                                        .column("a", text())
                                        .column("b", text())),
                        with(p -> p),
                        "attach table s.p1 to table s.p"),
                Scenario.of(
                        "a table becomes partitioned",
                        (c, s) -> c.create(whole(s)),
                        with(p -> p),
                        "It is not possible to set the partitioning of table s.p: PostgreSQL cannot change that of table s.p.",
                        "It is not possible to create partition s.p1: The table s.p is not partitioned, so that partition s.p1 cannot be a part of it."),
                Scenario.of(
                        "a partitioned table gets a key",
                        with(p -> p),
                        with(p -> p.primaryKey(key("id").named("pk"))),
                        "add constraint pk to s.p"),
                Scenario.of(
                        "an index of a partitioned table is of other columns",
                        with(p -> p.index(on("a").named("ix"))),
                        with(p -> p.index(on("b").named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "a partition gets an index of its own",
                        with(p -> p),
                        having(own -> own.addIndex(on("a").named("own"))),
                        "create index s.own"),
                Scenario.of(
                        "an index of a partition becomes one of its table",
                        having(own -> own.addIndex(on("a").named("ix"))),
                        with(p -> p.index(on("a").named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "a partition gets a key of its own",
                        with(p -> p),
                        having(own ->
                                own.notNull("a").addPrimaryKey(key("id", "a").named("own"))),
                        "create partition not null s.p1.a",
                        "create partition constraint s.p1.own"),
                Scenario.of(
                        "a key of a partition is of another column",
                        having(own ->
                                own.notNull("a").addPrimaryKey(key("id", "a").named("own"))),
                        having(own ->
                                own.notNull("b").addPrimaryKey(key("id", "b").named("own"))),
                        "create partition not null s.p1.b",
                        "alter partition constraint s.p1.own",
                        "drop partition not null s.p1.a"),
                Scenario.of(
                        "a key of a partition becomes one of its table",
                        having(own -> own.addPrimaryKey(key("id").named("own"))),
                        with(p -> p.primaryKey(key("id").named("pk"))),
                        "drop partition constraint s.p1.own",
                        "add constraint pk to s.p"),
                Scenario.of(
                        "a column of a partitioned table goes with an index of a partition",
                        having(own -> own.addIndex(on("a").named("own"))),
                        (c, s) -> c.create(
                                table("p")
                                        .inSchema(s)
                                        .column("id", integer().notNull())
                                        .column("b", text())
                                        .partitionBy(range("id")),
                                part(s)),
                        "drop index s.own",
                        "drop column a from s.p"));
    }
}
