package dev.varve.timescale.internal;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.RefusedException;
import dev.varve.model.Routine;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.PlainCalls;
import dev.varve.timescale.model.TimescaleEdition;

/** Calls of functions that a PostgreSQL without TimescaleDB cannot have. */
final class MissingFunctions {

    private MissingFunctions() {}

    static void refuse(Operation operation, Database before) {
        for (Statement statement : operation.statements(before)) {
            new PlainCalls(statement.sql().text())
                    .missing()
                    .filter(function -> !isMade(function, operation.after(before)))
                    .ifPresent(function -> {
                        throw new RefusedException(
                                Extension.id(TimescaleEdition.EXTENSION),
                                "It calls \"" + function
                                        + "\", which no PostgreSQL without TimescaleDB has. Leave out the plain mode, or that call.");
                    });
        }
    }

    /** Somebody may have a function of that name. */
    private static boolean isMade(String function, Database database) {
        QualifiedName name = QualifiedName.of("public", function);
        return database.objects()
                .anyMatch(object ->
                        object instanceof Routine routine && routine.name().equals(name));
    }
}
