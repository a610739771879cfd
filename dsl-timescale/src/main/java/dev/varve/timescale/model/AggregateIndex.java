package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Slot;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index of what a continuous aggregate stores. It is made on the aggregate, and lives beside what is stored in a schema of TimescaleDB,
 * where its name must be the only one of its kind.
 */
public record AggregateIndex(Index index) implements TimescaleObject {

    private static final String SCHEMA = "_timescaledb_internal";

    /** The id of the index of that name, in the schema of its aggregate. */
    public static ObjectId<AggregateIndex> id(QualifiedName name) {
        return ObjectId.of(AggregateIndex.class, name);
    }

    @Override
    public ObjectId<AggregateIndex> id() {
        return id(index.name());
    }

    @Override
    public Set<ObjectId<?>> leansOn() {
        return Set.of(index.on());
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(index.on());
    }

    private QualifiedName place() {
        return QualifiedName.of(SCHEMA, index.name().name());
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.relation(place()));
    }

    @Override
    public void check(Database database) {
        if (index.unique()) {
            refuse("be unique; TimescaleDB refuses that. Leave out unique");
        }
        if (!index.keys().stream().allMatch(IndexKey::column) || index.where().isPresent()) {
            refuse("have expressions or a condition, which the library could not read back. Index columns alone");
        }
        if (database.get(index.on()) instanceof ContinuousAggregate aggregate) {
            index.keyColumns().forEach(aggregate::checkColumn);
        }
    }

    private void refuse(String what) {
        throw new RefusedException(
                id(),
                "Index \"" + index.name().name() + "\" of continuous aggregate "
                        + index.on().name() + " cannot " + what + ".");
    }

    @Override
    public List<Statement> making(Database database) {
        return List.of(Statement.of(index.definition("index"), LockMode.SHARE, Hazard.BUILDS_INDEX));
    }

    @Override
    public List<Statement> unmaking(Database database) {
        return List.of(Statement.of(Sql.of("drop index {}", place()), LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public AggregateIndex following(Rename rename) {
        return new AggregateIndex(index.following(rename));
    }
}
