package dev.varve.scenario;

import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.publication;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.PublicationSpec;
import java.util.List;
import java.util.function.BiConsumer;

/** What happens to partitions of which the changes are published, and to what else is published. */
final class PublicationScenarios {

    private PublicationScenarios() {}

    private static PlainTable t(String name, String schema) {
        return table(name).inSchema(schema).column("id", integer().notNull()).column("n", integer());
    }

    private static PlainTable parts(String name, String schema) {
        return t(name, schema).partitionBy(range("id"));
    }

    private static PartitionSpec part(String of, String schema) {
        return p1(schema).of(table(of).inSchema(schema)).from(0).to(10);
    }

    private static PartitionSpec p1(String schema) {
        return partition("p1").inSchema(schema);
    }

    private static PublicationSpec market(String schema) {
        return publication("market_of_" + schema);
    }

    private static BiConsumer<Changes, String> published(BiConsumer<Changes, String> given) {
        return given.andThen((c, s) -> c.create(market(s).rows(p1(s), "n > 1")));
    }

    static List<Scenario> all() {
        BiConsumer<Changes, String> one = (c, s) -> c.create(parts("p", s), part("p", s));
        BiConsumer<Changes, String> two = (c, s) -> c.create(parts("p", s), parts("q", s));
        return List.of(
                Scenario.of(
                        "a partition comes and is published",
                        (c, s) -> c.create(parts("p", s), market(s)),
                        published(one),
                        "create partition s.p1",
                        "alter publication market_of_s"),
                Scenario.of(
                        "a published partition goes",
                        published(one),
                        (c, s) -> c.create(parts("p", s), market(s)),
                        "alter publication market_of_s",
                        "drop partition s.p1"),
                Scenario.of(
                        "a published partition has other rows",
                        published(one),
                        published((c, s) ->
                                c.create(parts("p", s), part("p", s).from(0).to(20))),
                        "detach partition s.p1",
                        "attach table s.p1 to table s.p"),
                Scenario.of(
                        "a published partition is spread further",
                        one.andThen((c, s) -> c.create(market(s).table(p1(s)))),
                        (c, s) -> c.create(
                                parts("p", s),
                                part("p", s).partitionBy(range("id")),
                                market(s).table(p1(s))),
                        "alter publication market_of_s",
                        "drop partition s.p1",
                        "create partition s.p1",
                        "alter publication market_of_s"),
                Scenario.of(
                        "a published partition comes in the place of another one with fewer rows",
                        (c, s) -> {
                            c.create(parts("p", s), part("p", s));
                            c.create(market(s).table(p1(s)));
                        },
                        (c, s) -> {
                            PartitionSpec other = partition("other").inSchema(s);
                            c.create(
                                    parts("p", s),
                                    other.of(parts("p", s)).from(0).to(20));
                            c.create(market(s).table(other));
                        },
                        "alter publication market_of_s",
                        "drop partition s.p1",
                        "create partition s.other",
                        "alter publication market_of_s"),
                Scenario.of(
                        "a published partition becomes one of another table",
                        published(two.andThen((c, s) -> c.create(part("p", s)))),
                        published(two.andThen((c, s) -> c.create(part("q", s)))),
                        "detach partition s.p1",
                        "attach table s.p1 to table s.q"),
                Scenario.of(
                        "a published partition and its table come in the place of others",
                        published((c, s) -> c.create(parts("q", s), part("q", s))),
                        published(one),
                        "create table s.p",
                        "detach partition s.p1",
                        "attach table s.p1 to table s.p",
                        "drop table s.q"),
                Scenario.of(
                        "a published table becomes a partition",
                        (c, s) -> c.create(parts("p", s), t("p1", s), market(s).rows(t("p1", s), "n > 1")),
                        published(one),
                        "attach table s.p1 to table s.p"),
                Scenario.of(
                        "a column of a published partition has another type",
                        published(one),
                        published((c, s) -> c.create(
                                table("p")
                                        .inSchema(s)
                                        .column("id", integer().notNull())
                                        .column("n", bigint())
                                        .partitionBy(range("id")),
                                part("p", s))),
                        "change the type of column n of s.p to bigint, recreating what uses it"),
                Scenario.of(
                        "a column comes by which rows of a partition are published",
                        (c, s) -> c.create(
                                table("p")
                                        .inSchema(s)
                                        .column("id", integer().notNull())
                                        .partitionBy(range("id")),
                                part("p", s),
                                market(s).table(p1(s))),
                        published(one),
                        "add column n to s.p",
                        "alter publication market_of_s"),
                Scenario.of(
                        "a published partition is logged no more",
                        published(one),
                        one.andThen((c, s) -> {
                            c.alter(p1(s)).unlogged();
                            c.create(market(s));
                        }),
                        "alter publication market_of_s",
                        "set partition facet s.p1.Unlogged"),
                Scenario.of(
                        "rows of a table are published in the place of those of a partition",
                        published(one),
                        one.andThen((c, s) ->
                                c.create(market(s).rows(parts("p", s), "n > 1").viaPartitionRoot())),
                        "alter publication market_of_s"));
    }
}
