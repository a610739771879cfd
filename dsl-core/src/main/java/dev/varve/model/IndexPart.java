package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the part is called that a partition has of an index of its table, or of the index of a key: {@code alter index trading.trades_old_day_idx
 * rename to old_days}. PostgreSQL chooses such names and keeps them when the partition or a column gets another one. A name that it may have
 * chosen at some time is therefore no difference, and belongs to nobody; any other was given by somebody.
 *
 * @param on the partition
 * @param index the index of which it is a part, of the table or of a partition that is partitioned itself
 */
public record IndexPart(ObjectId<?> on, OwnIndex index, String name) implements PartitionMember {

    /** The id of the name of the part of an index in a partition. */
    public static ObjectId<IndexPart> id(ObjectId<?> partition, OwnIndex index) {
        return new ObjectId<>(IndexPart.class, partition.name(), '.' + index.name());
    }

    /** The names of the parts of an index of a relation, be it one that stands on its own or that of a constraint. */
    public static List<IndexPart> of(OwnIndex index, Database database) {
        return database.users(index.relation()).stream()
                .filter(user -> user.type() == IndexPart.class)
                .map(user -> (IndexPart) database.get(user))
                .filter(part -> part.index.equals(index))
                .toList();
    }

    @Override
    public ObjectId<IndexPart> id() {
        return id(on, index);
    }

    /** What the part is called with its schema, which is the one of the partition. */
    public QualifiedName qualified() {
        return on.name().named(name);
    }

    @Override
    public Table addedTo(Table partition) {
        return partition;
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(PartitionMember.super.requires(database));
        required.addAll(index.requires(database));
        return required;
    }

    @Override
    public Set<ObjectId<?>> owners() {
        return Set.of(on, index.id(), PartitionConstraint.id(index.relation().name(), index.name()));
    }

    /** With an index that stands on its own it vanishes anyway. */
    @Override
    public boolean vanishesWith(String column, Database database) {
        return database.find(index.relation()).orElse(null) instanceof Table
                && index.constraint(database)
                        .filter(constraint -> constraint.uses(column))
                        .isPresent();
    }

    @Override
    public boolean isCompared() {
        return !AutomaticName.mayBeOfIndex(name);
    }

    @Override
    public Set<Slot> slots() {
        return isCompared() ? Set.of(Slot.relation(qualified())) : Set.of();
    }

    @Override
    public void check(Database database) {
        index.check(id(), database);
        boolean isPart = Partition.above(on, database).anyMatch(index.relation()::equals);
        if (!isPart || ((Partition) database.get(on)).foreign().isPresent()) {
            throw new RefusedException(
                    id(), "The " + on + " has no part of index \"" + index.name() + "\" of " + index.relation() + '.');
        }
    }

    @Override
    public IndexPart following(Rename rename) {
        return new IndexPart(rename.newId(on).orElse(on), index.following(rename), name);
    }

    @Override
    public List<Statement> creation(Database database) {
        return new NamingOfPart(this, database).creation();
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    @Override
    public List<Statement> removal(Database database) {
        return new NamingOfPart(this, database).removal();
    }
}
