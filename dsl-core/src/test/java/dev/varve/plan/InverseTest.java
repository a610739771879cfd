package dev.varve.plan;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class InverseTest {

    private static final Table PRICES = table("prices", column("symbol", "text"));
    private static final Index BY_SYMBOL = index("by_symbol", PRICES, IndexKey.column("symbol"));

    @Test
    void what_was_made_and_dropped_again_leaves_nothing_to_take_back() {
        List<Operation> done = List.of(new CreateObject(BY_SYMBOL), new DropObject(BY_SYMBOL.id()));
        Inverse inverse = Inverse.of(done, Database.empty().plus(SCHEMA).plus(PRICES));

        assertThat(inverse.obstacles()).isEmpty();
        assertThat(inverse.operations()).isEmpty();
    }
}
