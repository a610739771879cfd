package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a value to an enum: {@code alter type trading.side add value 'SHORT' after 'SELL'}. PostgreSQL cannot remove it again, and does
 * not let it be used in the transaction that adds it, so that the statement runs outside of one.
 *
 * @param before the value before which it stands; the last if empty
 */
public record AddEnumValue(ObjectId<EnumType> type, String value, Optional<String> before) implements Operation {

    @Override
    public String description() {
        return "add value '" + value + "' to enum " + type.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    @Override
    public List<Statement> statements(Database state) {
        Sql add = Sql.of("alter type {} add value {}", type.name(), Literal.text(value));
        Sql placed =
                before.map(b -> add.then(Sql.of(" before {}", Literal.text(b)))).orElse(add);
        return List.of(Statement.alone(placed, LockMode.NONE, new Recovery(probe(), Sql.raw("select 1"))));
    }

    private Sql probe() {
        return Sql.of("""
                select case when exists (select from pg_enum where enumtypid = to_regtype({}) and enumlabel = {})
                    then 'DONE' else 'ABSENT' end""", Literal.text(type.name().sql()), Literal.text(value));
    }

    @Override
    public Database after(Database state) {
        return state.alter(type, old -> new EnumType(old.name(), withValue(old)));
    }

    private List<String> withValue(EnumType old) {
        List<String> values = new ArrayList<>(old.values());
        int at = before.map(values::indexOf).orElse(values.size());
        if (at < 0) {
            throw new RefusedException(
                    type, "The " + type + " has no value '" + before.get() + "'; it has " + values + ".");
        }
        values.add(at, value);
        return values;
    }

    @Override
    public Reversal reversal(Database state) {
        return new Reversal.WithOwner(type, "PostgreSQL cannot remove value '" + value + "' from " + type);
    }
}
