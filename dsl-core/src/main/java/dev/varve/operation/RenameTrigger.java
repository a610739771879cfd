package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Trigger;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/** Gives a trigger another name: {@code alter trigger audit on trading.orders rename to audit_row}. */
public record RenameTrigger(ObjectId<Trigger> id, String to) implements Operation {

    @Override
    public String description() {
        return "rename " + id + " to " + to;
    }

    private ObjectId<Trigger> renamed() {
        return Trigger.id(id.name(), to);
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
        return List.of(Statement.of(
                Sql.of("alter trigger {} on {} rename to {}", Identifier.of(from()), id.name(), Identifier.of(to)),
                LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Database after = before.minus(id).plus(before.get(id).called(to));
        for (var owned : before.owned(id)) {
            after = after.plus(owned.following(new Rename.OfObject(id, renamed())));
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameTrigger(renamed(), from()));
    }
}
