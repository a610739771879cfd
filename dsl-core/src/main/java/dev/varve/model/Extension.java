package dev.varve.model;

import dev.varve.sql.Identifier;
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
 * @param schema the schema in which its objects live; {@code public} if empty
 */
public record Extension(String name, Optional<String> schema) implements SchemaObject {

    public Extension {
        schema = schema.filter(s -> !s.equals("public"));
    }

    /** A feature of a server that knows better than core how an extension is made there. */
    public interface Maker {

        /** Whether it knows the extension of that name. */
        boolean makes(String extension);

        /** The statements that make the extension. */
        List<Statement> creation(Extension extension, Database database);

        /** The statements that remove it. */
        List<Statement> removal(Extension extension, Database database);
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
        return maker(database).map(maker -> maker.creation(this, database)).orElseGet(this::creation);
    }

    /** The schema is always said, because migrations run with an empty {@code search_path}. */
    private List<Statement> creation() {
        Identifier target = Identifier.of(schema.orElse("public"));
        return List.of(Statement.of(Sql.of("create extension {} schema {}", id().name(), target), LockMode.NONE));
    }

    private Optional<Maker> maker(Database database) {
        return database.environment().features().values().stream()
                .filter(feature -> feature instanceof Maker maker && maker.makes(name))
                .map(Maker.class::cast)
                .findFirst();
    }

    @Override
    public List<Statement> removal(Database database) {
        return maker(database).map(maker -> maker.removal(this, database)).orElseGet(this::removal);
    }

    private List<Statement> removal() {
        return List.of(Statement.of(Sql.of("drop extension {}", id().name()), LockMode.NONE));
    }
}
