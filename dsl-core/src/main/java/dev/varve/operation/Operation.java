package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * One change to a database, as a pure value that knows its SQL, its effect and the way back. Everything else that can be said
 * of an operation is said elsewhere, by whoever wants to say it.
 */
public interface Operation {

    /** What it does, as an imperative: {@code add column venue to trading.orders}. */
    String description();

    /** The objects that it needs, makes and removes. */
    Footprint footprint();

    /** The statements that make the change in a database that is in the state {@code before}. */
    List<Statement> statements(Database before);

    /**
     * The state after the change.
     *
     * @throws dev.varve.model.RefusedException if PostgreSQL would refuse it
     */
    Database after(Database before);

    /**
     * The state after changes that are made one after the other.
     *
     * @throws dev.varve.model.RefusedException if PostgreSQL would refuse one
     */
    static Database afterAll(List<? extends Operation> changes, Database before) {
        Database state = before;
        for (Operation change : changes) {
            state = change.after(state);
        }
        return state;
    }

    /** How the change is taken back from the state after it. */
    Reversal reversal(Database before);
}
