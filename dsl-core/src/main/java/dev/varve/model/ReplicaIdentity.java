package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By what logical replication tells the old rows of a table apart, where that is not its primary key (<a
 * href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY">documentation</a>).
 *
 * @param mode by what
 * @param index the index whose columns tell them apart, if it is an index
 */
public record ReplicaIdentity(ObjectId<?> on, Mode mode, Optional<OwnIndex> index) implements SchemaObject {

    /** By what rows are told apart. */
    public enum Mode {
        /** By all columns. */
        FULL,
        /** By nothing, so that no changed or removed row is replicated. */
        NOTHING,
        /** By the columns of a unique index. */
        INDEX
    }

    /** Tells rows apart by all columns. */
    public static ReplicaIdentity full(ObjectId<?> on) {
        return new ReplicaIdentity(on, Mode.FULL, Optional.empty());
    }

    /** Tells no rows apart. */
    public static ReplicaIdentity nothing(ObjectId<?> on) {
        return new ReplicaIdentity(on, Mode.NOTHING, Optional.empty());
    }

    /** Tells rows apart by the columns of an index. */
    public static ReplicaIdentity usingIndex(ObjectId<?> on, String index) {
        return new ReplicaIdentity(on, Mode.INDEX, Optional.of(new OwnIndex(on, index)));
    }

    /** The id of the replica identity of a table. */
    public static ObjectId<ReplicaIdentity> id(ObjectId<?> on) {
        return ObjectId.of(ReplicaIdentity.class, on.name());
    }

    @Override
    public ObjectId<ReplicaIdentity> id() {
        return id(on);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(on));
        index.ifPresent(own -> required.addAll(own.requires(database)));
        return required;
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public ReplicaIdentity following(Rename rename) {
        return new ReplicaIdentity(rename.newId(on).orElse(on), mode, index.map(own -> own.following(rename)));
    }

    @Override
    public void check(Database database) {
        Table table = database.get(on) instanceof Partition partition
                ? partition.withMembers(database)
                : (Table) database.get(on);
        index.ifPresent(own -> {
            own.check(id(), database);
            own.index(database).ifPresent(found -> check(found, table));
            own.constraint(database).ifPresent(constraint -> check(constraint, table));
        });
    }

    private void check(Index found, Table table) {
        Set<String> columns = found.uniqueColumns()
                .orElseThrow(() -> refused(found.id() + " is not unique, or not one of all rows and plain columns"));
        columns.forEach(column -> checkNotNull(column, table));
    }

    private void check(Constraint constraint, Table table) {
        if (!(constraint instanceof KeyConstraint key)) {
            throw refused("constraint " + constraint.name() + " is no key");
        }
        if (key.deferral() != Deferral.NOT_DEFERRABLE) {
            throw refused("constraint " + constraint.name() + " can be put off");
        }
        key.key().columns().forEach(column -> checkNotNull(column, table));
    }

    private void checkNotNull(String column, Table table) {
        if (!table.column(column).notNull()) {
            throw refused("column " + column + " of " + on + " may be null");
        }
    }

    private RefusedException refused(String why) {
        return new RefusedException(
                id(),
                "The " + id() + " cannot be that index: " + why
                        + ". Name a unique index of columns that are never null, or say replicaIdentityFull().");
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql clause = index.map(own -> Sql.of("using index {}", Identifier.of(own.name())))
                .orElse(Sql.raw(mode == Mode.FULL ? "full" : "nothing"));
        return List.of(statement(clause));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(statement(Sql.raw("default")));
    }

    private Statement statement(Sql clause) {
        return Statement.of(Sql.of("alter table {} replica identity {}", on.name(), clause), LockMode.ACCESS_EXCLUSIVE);
    }
}
