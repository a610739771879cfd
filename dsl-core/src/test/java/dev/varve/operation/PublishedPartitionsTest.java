package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.PartitionFacet;
import dev.varve.model.Partitioning;
import dev.varve.model.Publication;
import dev.varve.model.PublishedTable;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.Unlogged;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What PostgreSQL lets be published of partitions and of what is partitioned, and what stands in the way of others then. */
class PublishedPartitionsTest {

    private static final Table TRADES = table(
                    "trades", column("day", "date").notNull(true), column("price", "integer"), column("note", "text"))
            .with(new Partitioning(Partitioning.Strategy.LIST, List.of(new Expression("day"))));
    private static final Partition FIRST = partition("first", "2026-01-01");
    private static final Partition SECOND = partition("second", "2026-01-02");
    private static final Table BOOKS = table("books", column("price", "integer"), column("note", "text"));

    /** The first partition with rows chosen by price, the second with its notes, and a whole table. */
    private static final Publication MARKET = Publication.of("market")
            .plus(new PublishedTable(FIRST.id(), Set.of(), Optional.of(new Expression("price > 1"))))
            .plus(new PublishedTable(SECOND.id(), Set.of("note"), Optional.empty()))
            .plus(whole(BOOKS.id()));

    private static final Operation WIDER =
            new AlterColumnType(TRADES.id(), "price", TypeName.of("bigint"), Optional.empty());

    private static Partition partition(String name, String day) {
        PartitionBound bound = new PartitionBound("FOR VALUES IN ('" + day + "')");
        return new Partition(name(name), TRADES.id(), bound, Optional.empty());
    }

    private static PublishedTable whole(ObjectId<?> relation) {
        return new PublishedTable(relation, Set.of(), Optional.empty());
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, TRADES, FIRST, SECOND, BOOKS);
    }

    private static OperationLaws published(Operation operation) {
        return laws(operation).given(MARKET, new Comment(MARKET.id(), "", "of all"));
    }

    private static Database state() {
        return Database.holding(Environment.NEWEST, List.of(SCHEMA, TRADES, FIRST, SECOND, BOOKS, MARKET));
    }

    private static void isInTheWay(Operation operation, String column) {
        assertThatThrownBy(() -> operation.after(state()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "Column \"" + column + "\" of table trading.trades is used by publication market");
    }

    @Test
    void a_column_of_a_partition_by_which_rows_are_published_has_another_type_only_without_the_publication() {
        isInTheWay(WIDER, "price");
        published(new CascadeRecreate(WIDER)).hold();
    }

    @Test
    void a_published_column_of_a_partition_goes_only_without_the_publication() {
        isInTheWay(new DropColumn(TRADES.id(), "note"), "note");
        isInTheWay(new DropColumn(TRADES.id(), "price"), "price");
    }

    /** Columns of partitions are nobody else's. */
    @Test
    void columns_of_that_name_of_another_table_that_is_published_are_free() {
        published(new AlterColumnType(BOOKS.id(), "price", TypeName.of("bigint"), Optional.empty()))
                .hold();
        published(new DropColumn(BOOKS.id(), "note")).hold();
        assertThat(new RenameColumn(BOOKS.id(), "note", "remark").after(state()).get(MARKET.id()))
                .isEqualTo(MARKET);
    }

    @Test
    void a_partition_that_is_published_is_not_dropped() {
        published(new DropObject(FIRST.id()))
                .areRefusedBeforehandWith(
                        "The partition trading.first is used by publication market. Change or drop what"
                                + " uses it first, in the same revision or an earlier one.");
        published(new CascadeRecreate(new RecreateObject(FIRST))).hold();
    }

    @Test
    void what_is_partitioned_is_published_in_part_only_as_a_whole() {
        Publication rows = Publication.of("rows")
                .plus(new PublishedTable(TRADES.id(), Set.of(), Optional.of(new Expression("price > 1"))));
        laws(new CreateObject(rows))
                .areRefusedWith(
                        "The publication rows cannot publish table trading.trades, which is partitioned; PostgreSQL"
                                + " publishes some columns or rows of it only with viaPartitionRoot(). Say that, or publish the"
                                + " partitions.");
        laws(AlterObject.to(rows.viaRoot(true)))
                .given(Publication.of("rows").plus(whole(FIRST.id())))
                .hold();
        laws(AlterObject.to(Publication.of("rows").plus(whole(FIRST.id()))))
                .given(rows.viaRoot(true))
                .hold();
    }

    @Test
    void what_is_not_logged_is_not_published() {
        PartitionFacet unlogged = new PartitionFacet(FIRST.id(), new Unlogged());
        published(new CreateObject(unlogged))
                .areRefusedWith("The table trading.first is not logged, and publication market publishes it; PostgreSQL"
                        + " publishes only tables that are. Take it out of that first.");
        laws(new CreateObject(MARKET))
                .given(unlogged)
                .areRefusedWith("The publication market cannot publish partition trading.first, which is not logged;"
                        + " PostgreSQL publishes nothing of it. Leave it out.");
    }
}
