package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RelationMember;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/** Gives another name to what is named within a relation: {@code alter trigger audit on trading.orders rename to audit_row}. */
public record RenameWithin<T extends RelationMember>(ObjectId<T> id, String to) implements Operation {

    @Override
    public String description() {
        return "rename " + id + " to " + to;
    }

    private ObjectId<T> renamed() {
        return new ObjectId<>(id.type(), id.name(), '.' + to);
    }

    private String from() {
        return id.detail().substring(1);
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(renamed()), Set.of(id));
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(before.get(id).calling(to));
    }

    @Override
    public Database after(Database before) {
        Database after = before.minus(id).plus(before.get(id).called(to));
        for (SchemaObject owned : before.owned(id)) {
            after = after.plus(owned.following(new Rename.OfObject(id, renamed())));
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameWithin<>(renamed(), from()));
    }
}
