package dev.varve.jooq;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.ExecuteSql;
import dev.varve.plan.History;
import java.util.List;

/**
 * What the revisions of a database lead to.
 *
 * @param unknown what they do and nobody knows the effect of, in words
 */
record Replay(Database state, List<String> unknown) {

    Replay {
        unknown = List.copyOf(unknown);
    }

    /**
     * The revisions of a database, on a server.
     *
     * @throws dev.varve.model.RefusedException if the server cannot have what they make
     */
    static Replay of(History history, String database, Environment server) {
        Database state = history.state(database, any -> true).on(server);
        state.objects().forEach(object -> object.check(state));
        List<String> unknown = history.revisions(database).stream()
                .flatMap(revision -> revision.operations().stream()
                        .filter(ExecuteSql.class::isInstance)
                        .map(sql -> "Whatever revision " + revision.node().id() + " makes by SQL is left out: "
                                + sql.description()))
                .toList();
        return new Replay(state, unknown);
    }
}
