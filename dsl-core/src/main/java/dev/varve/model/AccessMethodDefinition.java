package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of index, or a way to keep the rows of tables (<a
 * href="https://www.postgresql.org/docs/current/sql-create-access-method.html">documentation</a>). {@link AccessMethod} is what a table says
 * of one.
 *
 * @param handler the function that does it
 */
public record AccessMethodDefinition(String name, Purpose purpose, QualifiedName handler) implements SchemaObject {

    /** What an access method is for. */
    public enum Purpose {
        /** For indexes. */
        INDEX,
        /** For the rows of tables. */
        TABLE
    }

    /** The kinds of index that PostgreSQL brings, by the functions that do them. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "bthandler", "btree",
            "hashhandler", "hash",
            "gisthandler", "gist",
            "ginhandler", "gin",
            "spghandler", "spgist",
            "brinhandler", "brin");

    /** The id of the access method of that name. */
    public static ObjectId<AccessMethodDefinition> id(String name) {
        return ObjectId.of(AccessMethodDefinition.class, QualifiedName.unqualified(name));
    }

    /** What something that names a method requires of it: nothing if PostgreSQL brings it. */
    static Set<ObjectId<?>> requiredBy(String method, Database database) {
        return database.has(id(method)) ? Set.of(id(method)) : Set.of();
    }

    /** The kind of index that PostgreSQL brings and that does the same as one of that name. */
    static String kind(String method, Database database) {
        return database.find(id(method))
                .flatMap(one -> Optional.ofNullable(BUILT_IN.get(one.source(database))))
                .orElse(method);
    }

    /** What the handler is in the source of PostgreSQL. */
    private String source(Database database) {
        return requires(database).stream()
                .map(database::get)
                .filter(Function.class::isInstance)
                .map(function -> ((Function) function).body())
                .filter(RoutineBody.Text.class::isInstance)
                .map(body -> ((RoutineBody.Text) body).text())
                .findFirst()
                .orElse(handler.name());
    }

    @Override
    public ObjectId<AccessMethodDefinition> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return database.named(Set.of(handler));
    }

    @Override
    public AccessMethodDefinition following(Rename rename) {
        return new AccessMethodDefinition(name, purpose, rename.followName(handler, Function.class));
    }

    @Override
    public List<Statement> creation(Database database) {
        String type = purpose.name().toLowerCase(Locale.ROOT);
        Sql sql = Sql.of("create access method {} type " + type + " handler {}", Identifier.of(name), handler);
        return List.of(Statement.of(sql, LockMode.NONE));
    }
}
