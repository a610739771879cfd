package dev.varve.operation;

import dev.varve.model.Argument;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.RefusedException;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

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
        obstacle(before.get(function.id()), function).ifPresent(obstacle -> {
            throw new RefusedException(
                    function.id(), "The " + function.id() + ' ' + obstacle + ". Drop it and create it again.");
        });
        return before.alter(function.id(), f -> function);
    }

    /** Why PostgreSQL cannot replace one function by another with the same argument types, if it cannot. */
    private static Optional<String> obstacle(Function old, Function other) {
        if (!old.returns().equals(other.returns())) {
            return Optional.of("returns " + old.returns() + "; PostgreSQL cannot replace it by one that returns "
                    + other.returns());
        }
        for (int i = 0; i < old.arguments().size(); i++) {
            Argument was = old.arguments().get(i);
            Argument is = other.arguments().get(i);
            if (!was.name().isEmpty() && !was.name().equals(is.name())) {
                return Optional.of("calls its arguments " + names(old)
                        + "; PostgreSQL cannot replace it by one that calls them " + names(other));
            }
            if (was.defaultValue().isPresent() && is.defaultValue().isEmpty()) {
                return Optional.of("has a default for \"" + was.name() + "\", which PostgreSQL cannot take away");
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Function function) {
        return function.arguments().stream().map(Argument::name).toList();
    }

    /** Replaces it again, or makes it anew where PostgreSQL cannot replace it. */
    @Override
    public Reversal reversal(Database before) {
        Function old = before.get(function.id());
        return Reversal.Exact.by(
                obstacle(function, old).isPresent() ? new RecreateObject(old) : new ReplaceFunction(old));
    }
}
