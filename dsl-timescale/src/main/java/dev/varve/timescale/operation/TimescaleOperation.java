package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.List;

/** A change that only TimescaleDB can make. On a PostgreSQL without it nothing is sent, and the state is changed all the same. */
public interface TimescaleOperation extends Operation {

    /** The statements that make the change on a server with TimescaleDB. */
    List<Statement> onTimescale(Database before);

    /** The statements that are sent to a PostgreSQL without it. */
    default List<Statement> onPlain(Database before) {
        return List.of();
    }

    @Override
    default List<Statement> statements(Database before) {
        return TimescaleEdition.of(before).isPlain() ? onPlain(before) : onTimescale(before);
    }
}
