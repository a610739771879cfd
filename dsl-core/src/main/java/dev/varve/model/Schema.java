package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema. The schema {@code public}, which every database has from its first day, can be named without being created. */
public record Schema(String name) implements SchemaObject {

    /** The schema that every database has from its first day, and that is no object of the state. */
    public static final Schema PUBLIC = new Schema("public");

    /** The id of the schema of that name. */
    public static ObjectId<Schema> id(String name) {
        return ObjectId.of(Schema.class, QualifiedName.unqualified(name));
    }

    /** What an object in a schema requires of it: nothing for {@code public}. */
    public static Set<ObjectId<?>> requiredBy(QualifiedName object) {
        return object.schema().equals("public") ? Set.of() : Set.of(id(object.schema()));
    }

    @Override
    public ObjectId<Schema> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of();
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(Sql.of("create schema {}", id().name()), LockMode.NONE));
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter schema {} rename to {}", id().name(), to.simple()), LockMode.NONE);
    }

    @Override
    public Schema named(QualifiedName other) {
        return new Schema(other.name());
    }

    @Override
    public Schema following(Rename rename) {
        return this;
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.SCHEMA);
    }
}
