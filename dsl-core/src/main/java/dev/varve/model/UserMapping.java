package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * As whom a role comes to a foreign server (<a
 * href="https://www.postgresql.org/docs/current/sql-createusermapping.html">documentation</a>).
 *
 * @param role the name of a role, or {@code public} for everybody who has none
 */
public record UserMapping(ObjectId<ForeignServer> server, String role, ForeignOptions options) implements SchemaObject {

    /** The id of the mapping of a role. */
    public static ObjectId<UserMapping> id(ObjectId<ForeignServer> server, String role) {
        return new ObjectId<>(UserMapping.class, server.name(), " for " + role);
    }

    @Override
    public ObjectId<UserMapping> id() {
        return id(server, role);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(server);
    }

    @Override
    public void check(Database database) {
        if (options.values().keySet().stream().anyMatch(UserMapping::isSecret)) {
            throw new RefusedException(
                    id(),
                    "The " + id()
                            + " holds a password, which would be printed and stored with the plan. Leave it out, and give it"
                            + " to the server of this database by a service or password file, or by \"alter user mapping\" outside of"
                            + " migrations.");
        }
    }

    /** Whether an option holds something that nobody may see. */
    public static boolean isSecret(String option) {
        return option.toLowerCase(Locale.ROOT).contains("password");
    }

    @Override
    public UserMapping following(Rename rename) {
        return new UserMapping(rename.follow(server), role, options);
    }

    @Override
    public Sql address() {
        return Sql.of("user mapping for {} server {}", Privileges.role(role), server.name());
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(statement("create", options.clause()));
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Optional<Sql> changes = options.since(((UserMapping) from).options);
        return Optional.of(
                changes.map(change -> statement("alter", change)).stream().toList());
    }

    private Statement statement(String verb, Sql change) {
        return Statement.of(Sql.of(verb + " {}{}", address(), change), LockMode.NONE);
    }
}
