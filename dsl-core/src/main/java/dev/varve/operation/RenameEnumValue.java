package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.sql.Hazard;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Gives a value of an enum another name: {@code alter type trading.side rename value 'B' to 'BUY'}. */
public record RenameEnumValue(ObjectId<EnumType> type, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename value '" + from + "' of enum " + type.name() + " to '" + to + "'";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter type {} rename value {} to {}", type.name(), Literal.text(from), Literal.text(to)),
                LockMode.NONE,
                Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        return before.alter(type, old -> {
            if (!old.values().contains(from)) {
                throw new RefusedException(
                        type, "The " + type + " has no value '" + from + "'; it has " + old.values() + ".");
            }
            return new EnumType(
                    old.name(),
                    old.values().stream().map(v -> v.equals(from) ? to : v).toList());
        });
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameEnumValue(type, to, from));
    }
}
