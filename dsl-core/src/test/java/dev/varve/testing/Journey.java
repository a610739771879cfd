package dev.varve.testing;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The operations from one state to another as if they were one, whose way back is the difference the other way round. */
public record Journey(String description, List<Operation> operations) implements Operation {

    public Journey {
        operations = List.copyOf(operations);
    }

    @Override
    public Footprint footprint() {
        return Footprint.unknown();
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>();
        Database state = before;
        for (Operation operation : operations) {
            statements.addAll(operation.statements(state));
            state = operation.after(state);
        }
        return statements;
    }

    @Override
    public Database after(Database before) {
        return Operation.afterAll(operations, before);
    }

    @Override
    public Reversal reversal(Database before) {
        Difference back = Difference.between(after(before), before);
        return new Reversal.Lossy(back.operations(), List.of("each column that comes back as the last column"));
    }
}
