package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An index of a relation by its name, be it one that stands on its own or that of a constraint.
 *
 * @param relation the relation that it indexes and in whose schema it lives
 */
public record OwnIndex(ObjectId<?> relation, String name) {

    /** The name of the index with its schema. */
    public QualifiedName qualified() {
        return relation.name().named(name);
    }

    /** The id of the index, if it stands on its own. */
    ObjectId<Index> id() {
        return Index.id(qualified());
    }

    /** The relation, and the index if it stands on its own, also while it has not followed the relation to another name yet. */
    Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(relation));
        database.find(id()).map(Index::id).ifPresent(required::add);
        database.find(PartitionConstraint.id(relation.name(), name))
                .map(PartitionConstraint::id)
                .ifPresent(required::add);
        return required;
    }

    /** The index, if it stands on its own. */
    Optional<Index> index(Database database) {
        return database.find(id()).filter(index -> index.on().equals(relation));
    }

    /** The constraint whose index it is, if there is one. */
    Optional<Constraint> constraint(Database database) {
        Map<String, Constraint> constraints = database.get(relation) instanceof Table table
                ? table.constraints()
                : database.find(PartitionConstraint.id(relation.name(), name))
                        .map(own -> Map.of(name, own.constraint()))
                        .orElse(Map.of());
        return Optional.ofNullable(constraints.get(name)).filter(Constraint::hasIndex);
    }

    /** Whether a database has the relation and such an index of it. */
    public boolean isIn(Database database) {
        return database.has(relation)
                && (index(database).isPresent() || constraint(database).isPresent());
    }

    /**
     * Looks whether the relation has such an index.
     *
     * @throws RefusedException if it has none
     */
    void check(ObjectId<?> subject, Database database) {
        if (!isIn(database)) {
            throw new RefusedException(
                    subject, "There is no index \"" + name + "\" of " + relation + ", which " + subject + " needs.");
        }
    }

    OwnIndex following(Rename rename) {
        boolean ofConstraint = rename instanceof Rename.OfConstraint constraint
                && constraint.table().equals(relation)
                && constraint.from().equals(name);
        String followed = ofConstraint
                ? ((Rename.OfConstraint) rename).to()
                : rename.newId(id())
                        .map(id -> id.name().name())
                        .or(() -> rename.newId(PartitionConstraint.id(relation.name(), name))
                                .map(id -> id.detail().substring(1)))
                        .orElse(name);
        return new OwnIndex(rename.newId(relation).orElse(relation), followed);
    }
}
