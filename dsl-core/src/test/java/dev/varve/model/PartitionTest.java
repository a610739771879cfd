package dev.varve.model;

import static dev.varve.dsl.Postgres.hash;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.operation.Operation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final PlainTable TRADES =
            table("trades").column("id", integer()).column("day", date().notNull());

    private static Database after(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        said.accept(changes);
        Database database = Database.empty();
        for (Operation operation : changes.operations()) {
            database = operation.after(database);
        }
        return database;
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
    void a_partition_with_keys_is_not_detached_because_only_the_server_knows_their_names() {
        assertThatThrownBy(() -> after(changes -> {
                    changes.create(TRADES.primaryKey("day").partitionBy(range("day")));
                    changes.create(partition("trades_rest").of(TRADES).byDefault());
                    changes.alter(TRADES).detachPartition(partition("trades_rest"));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("only the server knows");
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
