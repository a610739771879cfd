package dev.varve.operation;

import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Gives an attribute of a composite type another name: {@code alter type trading.address rename attribute zip to postcode}. */
public record RenameAttribute(ObjectId<CompositeType> type, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename attribute " + from + " of " + type + " to " + to;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(type);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter type {} rename attribute {} to {}", type.name(), Identifier.of(from), Identifier.of(to)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        before.get(type).attribute(from);
        return before.renamed(new Rename.OfColumn(type, from, to));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameAttribute(type, to, from));
    }
}
