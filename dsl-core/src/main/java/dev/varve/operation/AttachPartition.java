package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/** Makes a table a partition of another one: {@code alter table trading.trades attach partition trading.trades_old default}. */
public record AttachPartition(Partition partition) implements Operation {

    private ObjectId<Table> table() {
        return Table.id(partition.name());
    }

    @Override
    public String description() {
        return "attach " + table() + " to " + partition.parent();
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(partition.parent()), Set.of(partition.id()), Set.of(table()));
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of(
                        "alter table {} attach partition {} {}",
                        partition.parent().name(),
                        partition.name(),
                        partition.bound()),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.SCANS_TABLE));
    }

    @Override
    public Database after(Database before) {
        Table table = before.get(table());
        List<ObjectId<?>> users = DetachPartition.uncertain(partition, before).isPresent()
                ? before.users(table())
                : DetachPartition.leaning(table(), before);
        Table wanted = DetachPartition.detached(partition, before);
        if (!users.isEmpty()
                || !table.equals(wanted)
                || partition.partitioning().isPresent()) {
            throw new RefusedException(
                    table(),
                    "The " + table() + " cannot become a part of " + partition.parent()
                            + ": a partition has the columns and checks of its table in the same order, and nothing of its own but indexes that no index of the table can"
                            + " take for one of its own."
                            + " Wanted: " + wanted + "; found: " + table + (users.isEmpty() ? "" : " with " + users)
                            + '.');
        }
        return DetachPartition.moved(before, table(), before.minus(table()).plus(partition), partition.id());
    }

    @Override
    public Reversal reversal(Database before) {
        return DetachPartition.uncertain(partition, before)
                .<Reversal>map(Reversal.Impossible::new)
                .orElseGet(() -> Reversal.Exact.by(new DetachPartition(partition.id())));
    }
}
