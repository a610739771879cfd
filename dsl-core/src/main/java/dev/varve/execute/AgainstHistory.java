package dev.varve.execute;

import dev.varve.diff.Scope;
import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.plan.History;
import java.sql.Connection;

/**
 * Holds what a database has against what its applied revisions say.
 *
 * @param scope what is compared
 */
record AgainstHistory(History history, Introspector introspector, Scope scope) {

    /** The two, in the words of the server, over a connection in autocommit mode. */
    Comparison compare(DatabaseAccess access, StoreContents contents, Connection connection) {
        Introspection live = introspector.read(connection);
        Environment environment =
                introspector.checked(access.environment().apply(live.database().environment()));
        Database declared =
                history.state(access.name(), contents.applied()::contains).on(environment);
        Database expected = introspector.normalized(
                connection, introspector.shown(declared), live.database().on(environment));
        return new Comparison(expected, live.database().on(environment), live.unreadable(), live.others())
                .within(scope);
    }
}
