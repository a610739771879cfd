package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The index of a materialized view by which {@code cluster} orders its rows if it is told no other. It goes with the index. */
public record ClusterMark(ObjectId<MaterializedView> on, ObjectId<Index> index) implements SchemaObject {

    /** The id of the mark of that view. */
    public static ObjectId<ClusterMark> id(QualifiedName view) {
        return ObjectId.of(ClusterMark.class, view);
    }

    @Override
    public ObjectId<ClusterMark> id() {
        return id(on.name());
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(on, index);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(index);
    }

    @Override
    public void check(Database database) {
        Index by = database.get(index);
        if (!by.on().equals(on)) {
            throw new RefusedException(id(), "The " + index + " is one of " + by.on() + ", not of " + on + ".");
        }
        if (by.where().isPresent() || !Set.of("btree", "gist").contains(by.method())) {
            throw new RefusedException(
                    id(),
                    "The " + index + " cannot order the rows of " + on
                            + ": it has to hold all of them, by btree or gist.");
        }
    }

    @Override
    public ClusterMark following(Rename rename) {
        return new ClusterMark(rename.follow(on), rename.follow(index));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(alter(Sql.of("cluster on {}", Identifier.of(index.name().name()))));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(alter(Sql.raw("set without cluster")));
    }

    private Statement alter(Sql change) {
        return Statement.of(
                Sql.of("alter materialized view {} {}", on.name(), change), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }
}
