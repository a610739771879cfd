package dev.varve.operation;

import dev.varve.model.BaseType;
import dev.varve.model.BaseTypeDefinition;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;

/** Makes a type of a shell: {@code create type trading.lots (input = trading.lots_in, output = trading.lots_out)}. */
public record DefineType(ObjectId<BaseType> id, BaseTypeDefinition definition) implements Operation {

    @Override
    public String description() {
        return "define " + id;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(id);
    }

    @Override
    public List<Statement> statements(Database before) {
        return before.get(id).defined(definition).creation(before);
    }

    @Override
    public Database after(Database before) {
        if (before.get(id).definition().isPresent()) {
            throw new RefusedException(id, "The " + id + " is defined already; alter(...) changes it.");
        }
        Database after = before.alter(id, shell -> shell.defined(definition));
        for (SchemaObject given : after.get(id).comingWith(before)) {
            after = after.plus(given);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new UndefineType(id));
    }
}
