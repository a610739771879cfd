package dev.varve.operation;

import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Database;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.sql.QualifiedName;
import org.junit.jupiter.api.Test;

class TakenForOwnTest {

    private static final PlainTable TRADES = table("trades");
    private static final PlainTable OLD = table("old");

    /** PostgreSQL takes the key of the table for its part of the other key, where nothing can be said of it. */
    @Test
    void a_key_with_a_comment_on_its_index_is_not_taken() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(TRADES.column("day", integer()).unique(key("day")).partitionBy(list("day")));
        changes.create(OLD.column("day", integer()).unique(key("day").named("old_day")));
        changes.alter(OLD).commentOnIndexOf("old_day", "Finds the day");
        changes.alter(TRADES).attachPartition(partition("old").in(1));

        assertThatThrownBy(() -> after(changes))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The table public.old cannot become a partition: it has the constraint index comment public.old.old_day."
                                + " Drop that before it is attached.");
    }

    @Test
    void what_a_table_has_that_a_partition_cannot_have_is_named() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(TRADES.column("day", integer().notNull())
                .column("price", integer())
                .partitionBy(list("day")));
        changes.create(OLD.column("day", integer().notNull().serial()).column("cost", integer()));
        changes.alter(TRADES).attachPartition(partition("old").in(1));

        assertThatThrownBy(() -> after(changes))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The table public.old cannot become a part of table public.trades: a partition has the columns and"
                                + " checks of its table, but it has \"day serial\", \"cost integer\", and it lacks"
                                + " \"day integer not null\", \"price integer\".");
    }

    @Test
    void another_order_of_columns_is_taken() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(
                TRADES.column("day", integer()).column("price", integer()).partitionBy(list("day")));
        changes.create(OLD.column("price", integer()).column("day", integer()));
        changes.alter(TRADES).attachPartition(partition("old").in(1));

        assertThat(after(changes).has(Partition.id(QualifiedName.of("public", "old"))))
                .isTrue();
    }

    private static Database after(Changes changes) {
        return Operation.afterAll(changes.operations(), Database.empty());
    }
}
