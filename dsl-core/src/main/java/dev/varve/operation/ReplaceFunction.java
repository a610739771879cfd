package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.RefusedException;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import java.util.List;

/** Gives a function another body or other traits: {@code create or replace function ...}. */
public record ReplaceFunction(Function function) implements Operation {

    @Override
    public String description() {
        return "replace " + function.id();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(function.id());
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(function.definition("create or replace function"), LockMode.NONE));
    }

    @Override
    public Database after(Database before) {
        Function old = before.get(function.id());
        if (!old.returns().equals(function.returns())) {
            throw new RefusedException(
                    function.id(),
                    "The " + function.id() + " returns " + old.returns()
                            + "; PostgreSQL cannot replace it by one that returns " + function.returns()
                            + ". Drop it and create it again.");
        }
        return before.alter(function.id(), f -> function);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new ReplaceFunction(before.get(function.id())));
    }
}
