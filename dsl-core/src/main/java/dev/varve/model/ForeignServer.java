package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place elsewhere that holds data (<a
 * href="https://www.postgresql.org/docs/current/sql-createserver.html">documentation</a>).
 *
 * @param wrapper how it is reached; one that came with an extension is none of the objects of the state
 */
public record ForeignServer(
        String name,
        ObjectId<ForeignDataWrapper> wrapper,
        Optional<String> type,
        Optional<String> version,
        ForeignOptions options)
        implements DatabaseMember {

    /** The id of the server of that name. */
    public static ObjectId<ForeignServer> id(String name) {
        return ObjectId.of(ForeignServer.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<ForeignServer> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return database.has(wrapper) ? Set.of(wrapper) : Set.of();
    }

    @Override
    public ForeignServer named(QualifiedName other) {
        return new ForeignServer(other.name(), wrapper, type, version, options);
    }

    @Override
    public ForeignServer following(Rename rename) {
        return new ForeignServer(name, rename.follow(wrapper), type, version, options);
    }

    @Override
    public Sql address() {
        return Sql.of("server {}", id().name());
    }

    @Override
    public Sql granted() {
        return Sql.of("foreign {}", address());
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(statement(Sql.of("create {}", address())
                .then(text("type", type))
                .then(text("version", version))
                .then(Sql.of(" foreign data wrapper {}", wrapper.name()))
                .then(options.clause())));
    }

    /** PostgreSQL changes a version and takes none away. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        ForeignServer old = (ForeignServer) from;
        if (!wrapper.equals(old.wrapper) || !type.equals(old.type) || version.isEmpty() && old.version.isPresent()) {
            return Optional.empty();
        }
        Sql changes = version.equals(old.version) ? Sql.raw("") : text("version", version);
        return Optional.of(List.of(statement(Sql.of("alter {}{}", address(), changes)
                .then(options.since(old.options).orElse(Sql.raw(""))))));
    }

    private static Sql text(String word, Optional<String> text) {
        return text.map(t -> Sql.of(" " + word + " {}", Literal.text(t))).orElse(Sql.raw(""));
    }

    private static Statement statement(Sql sql) {
        return Statement.of(sql, LockMode.NONE);
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.SERVER);
    }
}
