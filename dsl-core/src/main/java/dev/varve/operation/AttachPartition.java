package dev.varve.operation;

import dev.varve.model.ColumnOrder;
import dev.varve.model.Comment;
import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.IndexPart;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionMember;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.UnknownObjectException;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes a table a partition of another one: {@code alter table trading.trades attach partition trading.trades_old default}. */
public record AttachPartition(Partition partition) implements Operation {

    private ObjectId<Table> table() {
        return Table.id(partition.name());
    }

    /** What the table has to be so that it becomes a partition which has of its own what that has in a state. */
    public Table attachable(Database wanted) {
        return DetachPartition.detached(partition, wanted);
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
        DetachPartition.uncertain(partition, before).ifPresent(why -> {
            throw new RefusedException(table(), why);
        });
        refuseTriggers(before);
        TakenForOwn taken = TakenForOwn.of(table, partition, before);
        Table bare = partition.apart(before);
        List<PartitionMember> members = OwnOfPartition.of(taken.rest(table), bare, partition.id());
        Table wanted = bare;
        for (PartitionMember member : members) {
            wanted = member.addedTo(wanted);
        }
        if (partition.partitioning().isPresent()) {
            throw refused("a part that is partitioned itself is made as a part. Write the statement as execute(...)");
        }
        if (!taken.rest(table).inOrderOf(wanted).equals(wanted)) {
            throw refused("a partition has the columns and checks of its table, but "
                    + new Unlike(taken.rest(table), wanted).inWords());
        }
        OwnedSequences sequences = OwnedSequences.of(table(), before);
        Database free = sequences.free(before);
        List<ObjectId<?>> users = DetachPartition.leaning(table(), free);
        return sequences.given(around(users, free, state -> moved(state, members, taken)), partition.id());
    }

    /** Views and functions know it by its name, and foreign keys and publications follow; heirs do not go along. */
    private Database around(List<ObjectId<?>> users, Database before, UnaryOperator<Database> change) {
        try {
            return before.becoming(new Rename.OfObject(table(), partition.id()), users, change);
        } catch (UnknownObjectException e) {
            throw users.isEmpty() ? e : refused(users + " lean on it");
        }
    }

    /** The triggers of the table come with the table. */
    private void refuseTriggers(Database before) {
        before.owned(partition.root(before).id()).stream()
                .filter(owned -> owned instanceof Trigger trigger
                        && trigger.forEachRow()
                        && before.has(Trigger.id(partition.name(), trigger.name())))
                .findFirst()
                .ifPresent(trigger -> {
                    throw refused("it has a trigger of its own that is called as " + trigger.id());
                });
    }

    private RefusedException refused(String why) {
        return new RefusedException(
                table(), "The " + table() + " cannot become a part of " + partition.parent() + ": " + why + '.');
    }

    private Database moved(Database before, List<PartitionMember> members, TakenForOwn taken) {
        Database next = before.minus(table()).plusAlone(partition.ordered(ColumnOrder.of(before.get(table()))));
        for (PartitionMember member : ordered(members)) {
            next = next.plus(member);
        }
        for (SchemaObject owned : DetachPartition.rest(table(), before)) {
            next = taken.indexes().containsValue(owned) ? next : next.plus(ofPartition(owned));
        }
        for (IndexPart part : taken.parts()) {
            next = next.plus(part);
        }
        return next;
    }

    /** A primary key needs columns that are not null. */
    private static List<PartitionMember> ordered(List<PartitionMember> members) {
        return members.stream()
                .sorted(Comparator.comparing(member -> member instanceof PartitionConstraint))
                .toList();
    }

    private SchemaObject ofPartition(SchemaObject owned) {
        return owned instanceof ConstraintComment comment
                ? new Comment(PartitionConstraint.id(partition.name(), comment.constraint()), "", comment.text())
                : owned.following(new Rename.OfObject(table(), partition.id()));
    }

    @Override
    public Reversal reversal(Database before) {
        Table table = before.get(table());
        List<Operation> operations = new ArrayList<>(List.of(new DetachPartition(partition.id())));
        operations.addAll(TakenForOwn.of(table, partition, before).back(table));
        return new Reversal.Exact(operations);
    }
}
