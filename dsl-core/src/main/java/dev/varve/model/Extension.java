package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An extension of PostgreSQL. Its objects are its own affair and no part of the schema. Which version is installed depends on
 * the server and is no part of the schema either.
 *
 * @param schema the schema in which its objects live; where the extension itself says or else in {@code public}, if empty
 */
public record Extension(String name, Optional<String> schema) implements SchemaObject {

    public Extension {
        schema = schema.filter(s -> !s.equals("public"));
    }

    /** The id of the extension of that name. */
    public static ObjectId<Extension> id(String name) {
        return ObjectId.of(Extension.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<Extension> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return schema.map(s -> Schema.requiredBy(QualifiedName.of(s, name))).orElse(Set.of());
    }

    @Override
    public Extension following(Rename rename) {
        return new Extension(
                name,
                schema.map(s -> rename.followSchema(QualifiedName.of(s, name)).schema()));
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql create = Sql.of("create extension {}", id().name());
        return List.of(Statement.of(
                schema.map(s -> create.then(Sql.of(" schema {}", QualifiedName.unqualified(s))))
                        .orElse(create),
                LockMode.NONE));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(Statement.of(Sql.of("drop extension {}", id().name()), LockMode.NONE));
    }
}
