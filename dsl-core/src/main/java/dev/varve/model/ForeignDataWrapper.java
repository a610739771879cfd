package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to reach data elsewhere (<a
 * href="https://www.postgresql.org/docs/current/sql-createforeigndatawrapper.html">documentation</a>). Those of extensions come with them.
 *
 * @param handler the function that reaches the data, without which nothing can be read
 * @param validator the function that looks at options
 */
public record ForeignDataWrapper(
        String name, Optional<QualifiedName> handler, Optional<QualifiedName> validator, ForeignOptions options)
        implements DatabaseMember {

    /** The id of the wrapper of that name. */
    public static ObjectId<ForeignDataWrapper> id(String name) {
        return ObjectId.of(ForeignDataWrapper.class, QualifiedName.unqualified(name));
    }

    @Override
    public ObjectId<ForeignDataWrapper> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return database.named(
                Stream.concat(handler.stream(), validator.stream()).toList());
    }

    @Override
    public ForeignDataWrapper named(QualifiedName other) {
        return new ForeignDataWrapper(other.name(), handler, validator, options);
    }

    @Override
    public ForeignDataWrapper following(Rename rename) {
        return new ForeignDataWrapper(
                name, handler.map(rename::followName), validator.map(rename::followName), options);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(statement(Sql.of("create {}", address())
                .then(function("handler", handler))
                .then(function("validator", validator))
                .then(options.clause())));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        ForeignDataWrapper old = (ForeignDataWrapper) from;
        Sql changes = Sql.raw("");
        if (!handler.equals(old.handler)) {
            changes = changes.then(handler.isEmpty() ? Sql.raw(" no handler") : function("handler", handler));
        }
        if (!validator.equals(old.validator)) {
            changes = changes.then(validator.isEmpty() ? Sql.raw(" no validator") : function("validator", validator));
        }
        changes = changes.then(options.since(old.options).orElse(Sql.raw("")));
        return Optional.of(List.of(statement(Sql.of("alter {}{}", address(), changes))));
    }

    private static Sql function(String word, Optional<QualifiedName> function) {
        return function.map(f -> Sql.of(" " + word + " {}", f)).orElse(Sql.raw(""));
    }

    private static Statement statement(Sql sql) {
        return Statement.of(sql, LockMode.NONE);
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.WRAPPER);
    }
}
