package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a partition a table of its own: {@code alter table trading.trades detach partition trading.trades_old}. What keys and indexes it
 * then has, and under which names, only the server knows; where its table has some, the operation is refused.
 */
public record DetachPartition(ObjectId<Partition> partition) implements Operation {

    @Override
    public String description() {
        return "detach " + partition;
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(Table.id(partition.name())), Set.of(partition));
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of(
                        "alter table {} detach partition {}",
                        before.get(partition).parent().name(),
                        partition.name()),
                LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Partition old = before.get(partition);
        uncertain(old, before).ifPresent(why -> {
            throw new RefusedException(partition, why);
        });
        List<ObjectId<?>> leaning = leaning(partition, before);
        if (old.partitioning().isPresent() || !leaning.isEmpty()) {
            throw new RefusedException(
                    partition,
                    "The " + partition + " is partitioned itself, or " + leaning
                            + " lean on it. Drop these first and make them again afterwards.");
        }
        Table table = detached(old, before);
        return moved(before, partition, before.minus(partition).plus(table), table.id());
    }

    /** What uses a table or a partition, but for its own indexes, which go with it wherever it goes. */
    static List<ObjectId<?>> leaning(ObjectId<?> relation, Database database) {
        return database.users(relation).stream()
                .filter(user ->
                        user.type() != Index.class || !database.users(user).isEmpty())
                .toList();
    }

    /** A database with the indexes that something had before it became something else. */
    static Database moved(Database before, ObjectId<?> from, Database after, ObjectId<?> to) {
        Database next = after;
        for (SchemaObject owned : before.owned(from)) {
            next = owned instanceof Index index ? next.plus(index.on(to)) : next;
        }
        return next;
    }

    /** What a partition is once it is a table of its own. */
    static Table detached(Partition partition, Database before) {
        Table root = partition.root(before);
        Map<String, Constraint> checks = new LinkedHashMap<>(root.constraints());
        checks.values().removeIf(DetachPartition::isNamedByServer);
        Table table = new Table(partition.name(), root.columns(), checks, Map.of());
        return partition.foreign().map(table::with).orElse(table);
    }

    private static boolean isNamedByServer(Constraint constraint) {
        return constraint.hasIndex() || constraint instanceof Constraint.ForeignKey;
    }

    /** Why it is not certain what a partition is once it is a table of its own, if it is not. */
    static Optional<String> uncertain(Partition partition, Database before) {
        Table root = partition.root(before);
        Optional<String> named = root.constraints().values().stream()
                .filter(DetachPartition::isNamedByServer)
                .map(constraint -> "constraint " + constraint.name())
                .findFirst()
                .or(() -> before.owned(root.id()).stream()
                        .filter(owned -> owned instanceof Index || owned instanceof Trigger)
                        .map(SchemaObject::id)
                        .map(ObjectId::toString)
                        .findFirst())
                .or(() -> root.columns().stream()
                        .filter(DetachPartition::isIdentity)
                        .map(column -> "identity column " + column.name())
                        .findFirst());
        return named.map(what -> "What " + partition.id() + " keeps of " + what + " of " + root.id()
                + " when it is detached, and under which name, only the server knows. Drop that before, or write the statement"
                + " as execute(...).");
    }

    private static boolean isIdentity(Column column) {
        return column.value().filter(ColumnValue.Identity.class::isInstance).isPresent();
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new AttachPartition(before.get(partition)));
    }
}
