package dev.varve.operation;

import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Database;
import dev.varve.model.RefusedException;
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

        assertThatThrownBy(() -> {
                    Database state = Database.empty();
                    for (Operation operation : changes.operations()) {
                        state = operation.after(state);
                    }
                })
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The table public.old cannot become a partition: it has the constraint index comment public.old.old_day."
                                + " Drop that before it is attached.");
    }
}
