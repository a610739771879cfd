package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops an object and creates it in another form under the same name, with everything that it owned: what PostgreSQL leaves as the
 * only way where it cannot alter the object, such as another query for a materialized view.
 */
public record RecreateObject(SchemaObject object) implements Operation {

    @Override
    public String description() {
        return "recreate " + object.id();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(object.id());
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>(before.get(object.id()).removal(before));
        statements.addAll(object.creation(before));
        before.owned(object.id()).forEach(owned -> statements.addAll(owned.creation(before)));
        return statements;
    }

    @Override
    public Database after(Database before) {
        ObjectId<?> id = object.id();
        List<SchemaObject> owned = before.owned(id);
        List<ObjectId<?>> others = before.users(id).stream()
                .filter(user -> owned.stream().noneMatch(o -> o.id().equals(user)))
                .toList();
        if (!others.isEmpty()) {
            throw new ObjectInUseException(id, "The " + id, others);
        }
        Database after = before.minus(id).plus(object);
        for (SchemaObject one : owned) {
            after = after.plus(one);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RecreateObject(before.get(object.id())));
    }
}
