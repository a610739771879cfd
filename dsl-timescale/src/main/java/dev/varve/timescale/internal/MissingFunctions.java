package dev.varve.timescale.internal;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.PlainFunctions;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Calls of functions that a PostgreSQL without TimescaleDB cannot have. */
final class MissingFunctions {

    private static final Pattern CALL =
            Pattern.compile("(?i)\\b(" + String.join("|", PlainFunctions.MISSING) + ")\"?\\s*\\(");

    private MissingFunctions() {}

    static void refuse(List<Operation> coming, Database before) {
        Database state = before;
        for (Operation operation : coming) {
            for (Statement statement : operation.statements(state)) {
                call(statement).ifPresent(function -> {
                    throw new RefusedException(
                            Extension.id(TimescaleEdition.EXTENSION),
                            "\"" + operation.description() + "\" calls " + function
                                    + ", which no PostgreSQL without TimescaleDB has. Leave out the plain mode, or that call.");
                });
            }
            state = operation.after(state);
        }
    }

    private static Optional<String> call(Statement statement) {
        return CALL.matcher(statement.sql().text())
                .results()
                .map(MatchResult::group)
                .map(group -> group.replaceAll("\\W+$", ""))
                .findFirst();
    }
}
