package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexPart;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.OwnIndex;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL takes of a table that is attached for the parts of the keys and indexes of the table that it becomes a part of; whatever
 * it does not find it makes.
 *
 * @param constraints the names of constraints, by those that they have once the partition is detached again
 * @param indexes the same of indexes
 * @param parts what it takes, where that is not called as PostgreSQL calls what it makes
 * @param made the constraints that it makes
 * @param madeIndexes the indexes that it makes
 */
record TakenForOwn(
        Map<String, String> constraints,
        Map<ObjectId<Index>, Index> indexes,
        List<IndexPart> parts,
        List<Constraint> made,
        List<Index> madeIndexes) {

    static TakenForOwn of(Table table, Partition partition, Database before) {
        Database free = OwnedSequences.of(table.id(), before).free(before);
        Database alone = free.settingAside(DetachPartition.leaning(table.id(), free));
        KeptOfTable kept = KeptOfTable.of(partition, alone.minus(table.id()));
        Map<String, String> constraints = new LinkedHashMap<>();
        Map<ObjectId<Index>, Index> indexes = new LinkedHashMap<>();
        List<Constraint> made = new ArrayList<>();
        List<Index> madeIndexes = new ArrayList<>();
        List<IndexPart> parts = new ArrayList<>();
        ObjectId<Table> root = partition.root(before).id();
        kept.constraints().forEach((above, wanted) -> {
            List<String> found = table.constraints().values().stream()
                    .filter(mine -> mine.named(wanted.name()).equals(wanted))
                    .map(Constraint::name)
                    .toList();
            one(table, found);
            found.forEach(name -> constraints.put(wanted.name(), name));
            if (found.isEmpty()) {
                made.add(wanted);
            }
            found.stream()
                    .filter(name -> wanted.hasIndex() && !name.equals(wanted.name()))
                    .forEach(name -> parts.add(new IndexPart(partition.id(), new OwnIndex(root, above), name)));
        });
        kept.indexes().forEach((above, wanted) -> {
            List<Index> found = before.owned(table.id()).stream()
                    .filter(owned -> owned instanceof Index mine && mine.isAlike(wanted))
                    .map(Index.class::cast)
                    .toList();
            one(table, found);
            found.forEach(mine -> indexes.put(wanted.id(), mine));
            if (found.isEmpty()) {
                madeIndexes.add(wanted);
            }
            found.stream()
                    .map(mine -> mine.name().name())
                    .filter(name -> !name.equals(wanted.name().name()))
                    .forEach(name -> parts.add(new IndexPart(partition.id(), new OwnIndex(root, above.name()), name)));
            refuseKey(table, wanted);
        });
        TakenForOwn taken = new TakenForOwn(constraints, indexes, parts, made, madeIndexes);
        taken.refuseOwners(table, before);
        taken.refuseOtherStorage(table);
        return taken;
    }

    private static void one(Table table, List<?> found) {
        if (found.size() > 1) {
            throw refused(table, found + " are alike, and only the server knows which of them it takes");
        }
    }

    private static void refuseKey(Table table, Index wanted) {
        boolean key = wanted.unique()
                && table.constraints().values().stream().anyMatch(constraint -> constraint instanceof KeyConstraint);
        if (key) {
            throw refused(table, "it has a key that PostgreSQL may take for the unique index of the table");
        }
    }

    private void refuseOtherStorage(Table table) {
        indexes.forEach((id, mine) -> {
            if (!mine.storage().equals(Storage.usual())) {
                throw refused(table, mine.id() + " is stored in a way of its own, which is not kept of it");
            }
        });
    }

    private void refuseOwners(Table table, Database before) {
        for (Index mine : indexes.values()) {
            if (!before.users(mine.id()).isEmpty()) {
                throw refused(table, before.users(mine.id()) + " are about " + mine.id());
            }
        }
        for (String name : constraints.values()) {
            for (SchemaObject comment : ConstraintComment.of(table.id(), name, before)) {
                throw refused(table, "it has the " + comment.id());
            }
        }
    }

    private static RefusedException refused(Table table, String why) {
        return new RefusedException(
                table.id(),
                "The " + table.id() + " cannot become a partition: " + why + ". Drop that before it is attached.");
    }

    /** The table without what is taken. */
    Table rest(Table table) {
        Table rest = table;
        for (String name : constraints.values()) {
            rest = rest.minusConstraint(name);
        }
        return rest;
    }

    /** The operations that make a partition that has been detached again what it was. */
    List<Operation> back(Table table) {
        List<Operation> operations = new ArrayList<>();
        made.forEach(constraint -> operations.add(new DropConstraint(table.id(), constraint.name())));
        madeIndexes.forEach(index -> operations.add(new DropObject(index.id())));
        return operations;
    }
}
