package dev.varve.operation;

import dev.varve.model.AutomaticName;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.IndexPart;
import dev.varve.model.OwnIndex;
import dev.varve.model.PartName;
import dev.varve.model.Partition;
import dev.varve.model.Slot;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a partition keeps of the keys, foreign keys and indexes of its table when it becomes a table of its own. Foreign keys keep their names;
 * what has an index is called as its part is known to be, or else as PostgreSQL calls the indexes of a new partition.
 *
 * @param constraints what it keeps of constraints, by the name that these have in the table
 * @param indexes what it keeps of indexes, by the name that these have in the table
 */
record KeptOfTable(Map<String, Constraint> constraints, Map<QualifiedName, Index> indexes) {

    static KeptOfTable of(Partition partition, Database before) {
        Table root = partition.root(before);
        Names names = new Names(partition, before, new HashSet<>());
        Map<String, Constraint> constraints = new LinkedHashMap<>();
        Map<QualifiedName, Index> indexes = new LinkedHashMap<>();
        root.constraints().values().stream()
                .filter(KeptOfTable::isNamedByServer)
                .sorted(Comparator.comparing(Constraint::name))
                .forEach(
                        constraint -> constraints.put(constraint.name(), constraint.named(names.of(constraint, root))));
        if (partition.foreign().isEmpty()) {
            before.owned(root.id()).stream()
                    .filter(Index.class::isInstance)
                    .map(Index.class::cast)
                    .forEach(index -> indexes.put(
                            index.name(), index.named(names.of(index)).on(Table.id(partition.name()))));
        }
        return new KeptOfTable(constraints, indexes);
    }

    /** The name that PostgreSQL gives to the part of a new index of the table, beside what the partition has already and what others were given. */
    static QualifiedName nameOfPart(Index index, Partition partition, Database before, Set<QualifiedName> given) {
        Set<QualifiedName> taken = new HashSet<>(given);
        of(partition, before)
                .namesOfIndexes(partition.name())
                .values()
                .forEach(name -> taken.add(partition.name().named(name)));
        return new Names(partition, before, taken).of(index);
    }

    static boolean isNamedByServer(Constraint constraint) {
        return constraint.hasIndex() || constraint instanceof ForeignKeyConstraint;
    }

    /** The names of what has an index, by the name of the index of the table. */
    Map<QualifiedName, String> namesOfIndexes(QualifiedName root) {
        Map<QualifiedName, String> names = new LinkedHashMap<>();
        constraints.forEach((name, kept) -> {
            if (kept.hasIndex()) {
                names.put(root.named(name), kept.name());
            }
        });
        indexes.forEach((name, kept) -> names.put(name, kept.name().name()));
        return names;
    }

    /** The names of the foreign keys. */
    List<String> foreignKeys() {
        return constraints.values().stream()
                .filter(ForeignKeyConstraint.class::isInstance)
                .map(Constraint::name)
                .toList();
    }

    /** What is known of a part is kept, if nothing else has that name now; the others are called as in a new partition. */
    private record Names(Partition partition, Database database, Set<QualifiedName> taken) {

        String of(Constraint constraint, Table root) {
            OwnIndex index = new OwnIndex(root.id(), constraint.name());
            return constraint.hasIndex() ? of(index, automatic().of(constraint)).name() : constraint.name();
        }

        QualifiedName of(Index index) {
            return of(new OwnIndex(index.on(), index.name().name()), automatic().of(index));
        }

        private PartName automatic() {
            return new PartName(partition.name());
        }

        private QualifiedName of(OwnIndex index, AutomaticName automatic) {
            QualifiedName name = database.find(IndexPart.id(partition.id(), index))
                    .map(IndexPart::qualified)
                    .filter(known -> !isTaken(known))
                    .orElseGet(() -> automatic.free(this::isTaken));
            taken.add(name);
            return name;
        }

        private boolean isTaken(QualifiedName name) {
            return taken.contains(name)
                    || database.occupant(Slot.relation(name))
                            .filter(occupant -> occupant.type() != IndexPart.class)
                            .isPresent();
        }
    }
}
