package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which index {@code cluster} sorts the rows of a table or materialized view that is given to it without one (<a
 * href="https://www.postgresql.org/docs/current/sql-cluster.html">documentation</a>).
 */
public record ClusterMark(OwnIndex index) implements SchemaObject {

    /** The id of the mark of a relation. */
    public static ObjectId<ClusterMark> id(ObjectId<?> on) {
        return new ObjectId<>(ClusterMark.class, on.name(), on.detail());
    }

    @Override
    public ObjectId<ClusterMark> id() {
        return id(index.relation());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return index.requires(database);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(index.relation());
    }

    @Override
    public ClusterMark following(Rename rename) {
        return new ClusterMark(index.following(rename));
    }

    @Override
    public void check(Database database) {
        index.check(id(), database);
        if (database.get(index.relation()) instanceof Table table
                && table.facet(Partitioning.class).isPresent()) {
            throw new RefusedException(
                    id(), "The " + table.id() + " is partitioned and has no rows of its own that could be sorted.");
        }
        index.index(database).flatMap(Index::where).ifPresent(where -> {
            throw new RefusedException(
                    id(),
                    "The " + index.id() + " has not all rows of " + index.relation() + ", which " + id()
                            + " therefore cannot sort by it. Name an index without a condition.");
        });
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(statement(Sql.of("cluster on {}", Identifier.of(index.name())), database));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(statement(Sql.raw("set without cluster"), database));
    }

    private Statement statement(Sql change, Database database) {
        return Statement.of(
                Sql.of("alter {} {}", database.get(index.relation()).address(), change),
                LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
