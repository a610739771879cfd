package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.operation.Operation;

/** What every operation of a history has to keep beside the rules of PostgreSQL, as far as that can be told without a server. */
@FunctionalInterface
public interface HistoryRule {

    /** Nothing more. */
    HistoryRule NONE = (database, operation, before) -> {};

    /**
     * Looks for what breaks the rule.
     *
     * @param database the name of the database
     * @param before the state of the database before the operation
     * @throws dev.varve.model.RefusedException if there is something
     */
    void check(String database, Operation operation, Database before);
}
