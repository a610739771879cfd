package dev.varve.operation;

import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionMember;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.UnknownObjectException;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a partition a table of its own: {@code alter table trading.trades detach partition trading.trades_old}. What it keeps of the
 * keys and indexes of its table gets the names first that the state knows, or that PostgreSQL gives to the indexes of a new partition, if it has
 * others.
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
        Partition old = before.get(partition);
        Statement detach = Statement.of(
                Sql.of("alter table {} detach partition {}", old.parent().name(), partition.name()),
                LockMode.ACCESS_EXCLUSIVE);
        return Stream.concat(naming(old, before).stream(), Stream.of(detach)).toList();
    }

    @Override
    public Database after(Database before) {
        Partition old = before.get(partition);
        uncertain(old, before).ifPresent(why -> {
            throw new RefusedException(partition, why);
        });
        OwnedSequences sequences = OwnedSequences.of(partition, before);
        Database free = sequences.free(before);
        List<ObjectId<?>> leaning = leaning(partition, free);
        if (old.partitioning().isPresent()) {
            throw refused("is partitioned itself. Drop its partitions");
        }
        try {
            Rename.OfObject becoming = new Rename.OfObject(partition, Table.id(partition.name()));
            Database after = free.becoming(becoming, leaning, state -> apart(old, state));
            return sequences.given(after, Table.id(partition.name()));
        } catch (UnknownObjectException e) {
            throw leaning.isEmpty() ? e : refused("is what " + leaning + " lean on. Drop these");
        }
    }

    private RefusedException refused(String why) {
        return new RefusedException(
                partition, "The " + partition + " " + why + " first and make them again afterwards.");
    }

    private Database apart(Partition old, Database before) {
        Table table = detached(old, before);
        Database after = moved(before, partition, before.minus(partition).plusAlone(table), table.id());
        for (Index index : KeptOfTable.of(old, before).indexes().values()) {
            after = after.plus(index);
        }
        return after;
    }

    /** The statement that makes the names certain of what the partition keeps of its table, if it keeps something. */
    static Optional<Statement> naming(Partition partition, Database before) {
        return new NamingOfKept(partition, partition.root(before), KeptOfTable.of(partition, before)).statement();
    }

    /** What uses a table or a partition, or what these own, and goes with neither. */
    static List<ObjectId<?>> leaning(ObjectId<?> relation, Database database) {
        List<ObjectId<?>> going = database.withOwned(relation).stream()
                .<ObjectId<?>>map(SchemaObject::id)
                .toList();
        return going.stream()
                .flatMap(one -> database.users(one).stream())
                .filter(user -> !going.contains(user))
                .distinct()
                .toList();
    }

    /** A database with what something owned before it became something else, but for what is part of that. */
    private static Database moved(Database before, ObjectId<Partition> from, Database after, ObjectId<Table> to) {
        Database next = after;
        for (SchemaObject owned : rest(from, before)) {
            next = owned instanceof PartitionMember ? next : next.plus(ofTable(owned, from, to));
        }
        return next;
    }

    static List<SchemaObject> rest(ObjectId<?> owner, Database database) {
        return database.withOwned(owner).stream().skip(1).toList();
    }

    private static SchemaObject ofTable(SchemaObject owned, ObjectId<Partition> from, ObjectId<Table> to) {
        return owned instanceof Comment comment && comment.on().type() == PartitionConstraint.class
                ? new ConstraintComment(to, comment.on().detail().substring(1), comment.text())
                : owned.following(new Rename.OfObject(from, to));
    }

    /** What a partition is once it is a table of its own. */
    static Table detached(Partition partition, Database before) {
        Table table = partition.apart(before);
        for (Constraint kept : KeptOfTable.of(partition, before).constraints().values()) {
            table = table.plus(kept);
        }
        for (SchemaObject owned : before.owned(partition.id())) {
            table = owned instanceof PartitionMember member ? member.addedTo(table) : table;
        }
        return table;
    }

    /** Why it is not certain what a partition is once it is a table of its own, if it is not. */
    static Optional<String> uncertain(Partition partition, Database before) {
        return Optional.of(partition.parent())
                .filter(parent -> parent.type() == Partition.class)
                .flatMap(parent -> before.owned(parent).stream()
                        .filter(owned -> owned instanceof Index
                                || owned instanceof PartitionConstraint own
                                        && KeptOfTable.isNamedByServer(own.constraint()))
                        .findFirst())
                .map(owned -> "What " + partition.id() + " keeps of " + owned.id() + ", which " + partition.parent()
                        + " has of its own, is not known when it is detached. Drop that before, or write the statement as"
                        + " execute(...).");
    }

    @Override
    public Reversal reversal(Database before) {
        Partition old = before.get(partition);
        List<String> names = naming(old, before).stream()
                .map(made ->
                        "the names of indexes of " + partition.name() + " that PostgreSQL would not give them today")
                .toList();
        return Reversal.losing(names, List.of(new AttachPartition(old)));
    }
}
