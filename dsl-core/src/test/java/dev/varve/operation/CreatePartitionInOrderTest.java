package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnOrder;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Grantable;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A partition that has its columns in another order is made as a table, with all that PostgreSQL would give to a part. */
class CreatePartitionInOrderTest {

    private static final Table CALLS = table(
                    "calls",
                    column("id", "integer").valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN))),
                    column("line", "bigint")
                            .notNull(true)
                            .valued(Optional.of(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty()))),
                    column("side", "text")
                            .notNull(true)
                            .valued(Optional.of(new ColumnValue.Default(new Expression("'BUY'")))),
                    column("note", "text")
                            .with(ColumnProperty.STORAGE, Optional.of("external"))
                            .with(ColumnProperty.STATISTICS, Optional.of("70"))
                            .with(ColumnProperty.N_DISTINCT, Optional.of("5")),
                    column("loud", "text")
                            .valued(Optional.of(new ColumnValue.Generated(new Expression("note || '!'"), false))))
            .plus(primaryKey("pk_calls", "id", "side"))
            .plus(new CheckConstraint("note_is_said", new Expression("note <> ''")))
            .with(new Partitioning(Partitioning.Strategy.LIST, List.of(new Expression("side"))));

    private static final Partition BUYS = new Partition(
                    name("buys"), CALLS.id(), new PartitionBound("FOR VALUES IN ('BUY')"), Optional.empty())
            .ordered(new ColumnOrder(List.of("note", "loud", "side", "line", "id")));

    @Test
    void it_has_what_a_part_has() {
        OperationLaws.of(new CreateObject(BUYS)).given(SCHEMA, CALLS).hold();
    }

    @Test
    void it_comes_back_in_its_order() {
        OperationLaws.of(new DropObject(BUYS.id())).given(SCHEMA, CALLS, BUYS).hold();
    }

    @Test
    void it_keeps_the_order_when_it_is_detached() {
        OperationLaws.of(new DetachPartition(BUYS.id()))
                .given(SCHEMA, CALLS, BUYS)
                .hold();
    }

    /** What is granted by default is granted when something is made. */
    @Test
    void nothing_is_granted_on_it_by_default_when_it_is_detached() {
        OperationLaws.of(new DetachPartition(BUYS.id()))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, CALLS, BUYS)
                .given(new SetDefaultPrivileges(new DefaultPrivileges(
                        Optional.empty(),
                        Optional.empty(),
                        Grantable.TABLE,
                        "varve_clerks",
                        new TreeMap<>(Map.of("SELECT", false)))))
                .hold();
    }

    @Test
    void a_column_that_is_added_comes_last() {
        Column added = column("venue", "text");
        OperationLaws.of(new AddColumn(CALLS.id(), added))
                .given(SCHEMA, CALLS, BUYS)
                .hold();
    }
}
