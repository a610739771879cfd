package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** What cannot share a transaction comes last, so that everything is there again before. */
    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>(before.get(object.id()).removal(before));
        statements.addAll(creation(before, true));
        statements.addAll(creation(before, false));
        return statements;
    }

    private List<Statement> creation(Database before, boolean transactional) {
        List<Statement> statements = new ArrayList<>(object.creation(before));
        Database next = before.minus(object.id()).plus(object);
        for (SchemaObject owned : owned(before).toList()) {
            statements.addAll(owned.creation(next));
            next = next.plus(owned);
        }
        return statements.stream()
                .filter(statement -> statement.transactional() == transactional)
                .toList();
    }

    private Stream<SchemaObject> owned(Database before) {
        return before.withOwned(object.id()).stream().skip(1);
    }

    @Override
    public Database after(Database before) {
        Database rest = before.minus(object.id());
        object.checkCreation(rest);
        Database after = rest.plus(object);
        for (SchemaObject owned : owned(before).toList()) {
            after = after.plus(owned);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        SchemaObject old = before.get(object.id());
        return Reversal.losing(old.contents(), List.of(new RecreateObject(old)));
    }
}
