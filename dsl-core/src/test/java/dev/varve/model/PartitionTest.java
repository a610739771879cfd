package dev.varve.model;

import static dev.varve.dsl.Postgres.foreignDataWrapper;
import static dev.varve.dsl.Postgres.foreignServer;
import static dev.varve.dsl.Postgres.hash;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ForeignServerSpec;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DropColumn;
import dev.varve.operation.Operation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final PlainTable TRADES =
            table("trades").column("id", integer()).column("day", date().notNull());

    private static Database after(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        said.accept(changes);
        return Operation.afterAll(changes.operations(), Database.empty());
    }

    @Test
    void a_key_without_the_columns_of_the_partitioning_is_refused() {
        assertThatThrownBy(() ->
                        after(changes -> changes.create(TRADES.primaryKey("id").partitionBy(range("day")))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("lacks columns by which the table is partitioned: it is partitioned by [day]");
    }

    @Test
    void a_bound_of_another_kind_is_refused() {
        assertThatThrownBy(() -> after(changes -> {
                    changes.create(TRADES.partitionBy(hash("id")));
                    changes.create(partition("trades_rest").of(TRADES).byDefault());
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "partition public.trades_rest is DEFAULT, but table public.trades is partitioned by HASH");
    }

    @Test
    void a_column_that_its_table_does_not_have_has_no_place_in_the_order() {
        assertThatThrownBy(() -> after(changes -> {
                    changes.create(TRADES.partitionBy(range("day")));
                    changes.create(partition("rest").of(TRADES).byDefault().columnOrder("day", "note"));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The partition public.rest has the columns of table public.trades, and no \"note\"."
                        + " Leave it out of the order.");
    }

    @Test
    void an_order_that_is_the_one_of_the_table_is_none() {
        Database database = after(changes -> {
            changes.create(TRADES.partitionBy(range("day")));
            changes.create(partition("rest").of(TRADES).byDefault().columnOrder("id", "day"));
        });

        assertThat(database.get(partition("rest").partition().id()).order().isOwn())
                .isFalse();
    }

    @Test
    void what_a_dropped_column_loses_is_its_place_in_a_partition() {
        Database database = after(changes -> {
            changes.create(TRADES.column("note", text()).partitionBy(range("day")));
            changes.create(partition("rest").of(TRADES).byDefault().columnOrder("note"));
        });

        assertThat(new DropColumn(TRADES.id(), "note").reversal(database).lost())
                .containsExactly(
                        "the values of public.trades.note",
                        "the position of public.rest.note, which comes back as the last column");
    }

    @Test
    void a_part_of_a_partition_that_has_an_index_of_its_own_is_not_detached() {
        assertThatThrownBy(() -> after(changes -> {
                    PartitionSpec early = partition("early").of(TRADES);
                    PartitionSpec split =
                            early.from("2024-01-01").to("2025-01-01").partitionBy(hash("id"));
                    changes.create(TRADES.partitionBy(range("day")));
                    changes.create(split);
                    changes.create(partition("even").of(split).remainder(2, 0));
                    changes.alter(split).addIndex("id");
                    changes.add(new DetachPartition(partition("even").id()));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("keeps of index public.ix_early_id, which partition public.early has of its own");
    }

    @Test
    void an_index_is_not_built_concurrently_over_rows_on_another_server() {
        assertThatThrownBy(() -> after(changes -> {
                    createElsewhere(changes);
                    changes.alter(TRADES).addIndex(on("id").concurrently());
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "would never be complete: the rows of partition public.early are on another server");
    }

    @Test
    void rows_on_another_server_are_held_to_no_foreign_key() {
        assertThatThrownBy(() -> after(changes -> {
                    createElsewhere(changes);
                    changes.create(table("days").column("day", date().primaryKey()));
                    changes.alter(TRADES).addForeignKey("day", reference(table("days"), "day"));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("where PostgreSQL cannot hold them to constraint \"fk_trades_day\"");
    }

    private static void createElsewhere(Changes changes) {
        ForeignServerSpec archive = foreignServer("archive").wrapper("archives");
        changes.create(foreignDataWrapper("archives"));
        changes.create(archive);
        changes.create(TRADES.partitionBy(range("day")));
        changes.create(partition("early")
                .of(TRADES)
                .from("2024-01-01")
                .to("2025-01-01")
                .foreign(archive.rows()));
    }

    @Test
    void the_column_of_a_partitioning_is_not_dropped() {
        assertThatThrownBy(() -> after(changes -> {
                    changes.create(TRADES.partitionBy(range("day")));
                    changes.alter(TRADES).dropColumn("day");
                }))
                .isInstanceOf(ObjectInUseException.class)
                .hasMessageContaining("partitioning");
    }
}
