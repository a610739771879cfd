package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An extension of PostgreSQL. Its objects are its own affair and no part of the schema. Which version is installed depends on
 * the server and is no part of the schema either: two extensions are equal whatever their versions.
 *
 * @param schema the schema in which its objects live; {@code public} if empty
 * @param version the version in which it is made; the one that the server prefers if empty
 */
public record Extension(String name, Optional<String> schema, Optional<String> version) implements SchemaObject {

    public Extension {
        schema = schema.filter(s -> !s.equals("public"));
    }

    /** An extension in the version that the server prefers. */
    public Extension(String name, Optional<String> schema) {
        this(name, schema, Optional.empty());
    }

    /** The same extension, made in a version. */
    public Extension version(String other) {
        return new Extension(name, schema, Optional.of(other));
    }

    /** The same extension with its objects in another schema. */
    public Extension in(String other) {
        return new Extension(name, Optional.of(other), version);
    }

    /** A feature of a server that knows better than core how an extension is made there. */
    public interface Maker {

        /** Whether it knows the extension of that name. */
        boolean makes(String extension);

        /** The statements that make the extension. */
        List<Statement> creation(Extension extension, Database database);

        /** The statements that bring it to another version, the one that the server prefers if empty. */
        List<Statement> update(String extension, Optional<String> version);

        /** The statements that remove it. */
        List<Statement> removal(Extension extension, Database database);
    }

    @Override
    public boolean bringsStrangers() {
        return true;
    }

    /** The id of the extension of that name. */
    public static ObjectId<Extension> id(String name) {
        return ObjectId.of(Extension.class, QualifiedName.unqualified(name));
    }

    /**
     * What must exist so that something does: nothing if PostgreSQL brings it, the extensions of its schema if the schema has such and
     * nothing of that name was made there, and the thing itself otherwise.
     */
    static Set<ObjectId<?>> requiredFor(ObjectId<?> thing, Database database) {
        if (database.has(thing)) {
            return Set.of(thing);
        }
        String schema = thing.name().schema();
        if (schema.isEmpty() || schema.equals("pg_catalog")) {
            return Set.of();
        }
        Set<ObjectId<?>> extensions = database.objects(Extension.class)
                .filter(extension -> extension.schema().orElse("public").equals(schema))
                .map(Extension::id)
                .collect(Collectors.toSet());
        return extensions.isEmpty() ? Set.of(thing) : extensions;
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
                schema.map(s -> rename.followSchema(QualifiedName.of(s, name)).schema()),
                version);
    }

    @Override
    public List<Statement> creation(Database database) {
        return maker(database).map(maker -> maker.creation(this, database)).orElseGet(this::creation);
    }

    /** The schema is always said, because migrations run with an empty {@code search_path}. */
    private List<Statement> creation() {
        Identifier target = Identifier.of(schema.orElse("public"));
        Sql create = Sql.of("create extension {} schema {}", id().name(), target);
        Sql versioned = version.map(v -> create.then(Sql.of(" version {}", Literal.text(v))))
                .orElse(create);
        return List.of(Statement.of(versioned, LockMode.NONE));
    }

    private Optional<Maker> maker(Database database) {
        return maker(name, database);
    }

    /** What knows better than core how the extension of that name is made on the server of that database, if there is something. */
    public static Optional<Maker> maker(String name, Database database) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Extension that && name.equals(that.name) && schema.equals(that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + schema.hashCode();
    }
}
