package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That an object belongs to a role. One of which nothing is said belongs to the role that runs the migrations; the schema {@code public}
 * belongs to {@code pg_database_owner}.
 */
public record Ownership(ObjectId<?> on, String role) implements SchemaObject {

    /** A shell is its maker's, who is the one to define it. */
    @Override
    public void check(Database database) {
        boolean isShell =
                database.get(on) instanceof BaseType type && type.definition().isEmpty();
        if (isShell) {
            throw new RefusedException(
                    id(), "The " + on + " is only a shell and cannot be given to " + role + ". Define it first.");
        }
    }

    /** The id of the ownership of an object. */
    public static ObjectId<Ownership> id(ObjectId<?> on) {
        return new ObjectId<>(Ownership.class, on.name(), on.detail() + " (" + on.kind() + ')');
    }

    @Override
    public ObjectId<Ownership> id() {
        return id(on);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(on);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public Ownership following(Rename rename) {
        return new Ownership(rename.newId(on).orElse(on), role);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(database.get(on).giving(Sql.of("{}", Identifier.of(role)), database));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(database.get(on).giving(usual(on), database));
    }

    private static Sql usual(ObjectId<?> on) {
        return Sql.raw(on.equals(Schema.PUBLIC.id()) ? "pg_database_owner" : "current_user");
    }

    /** Whom an object belongs to. */
    static Sql holder(ObjectId<?> on, Database database) {
        return database.find(id(on))
                .map(ownership -> Sql.of("{}", Identifier.of(ownership.role())))
                .orElseGet(() -> usual(on));
    }
}
