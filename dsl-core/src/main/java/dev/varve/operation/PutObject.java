package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes an object of which a relation has one at most, in the place of the one that was there or of nothing:
 * {@code alter table trading.orders replica identity full}.
 */
public record PutObject(SchemaObject object) implements Operation {

    @Override
    public String description() {
        return "set " + object.id();
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> owner = object.owner().stream().collect(Collectors.toSet());
        return new Footprint(owner, Set.of(object.id()), Set.of());
    }

    private Optional<SchemaObject> old(Database before) {
        return before.find(object.id()).map(old -> old);
    }

    @Override
    public List<Statement> statements(Database before) {
        return old(before).flatMap(old -> object.alteration(old, before)).orElseGet(() -> object.creation(before));
    }

    @Override
    public Database after(Database before) {
        return (before.has(object.id()) ? before.minus(object.id()) : before).plus(object);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                old(before).<Operation>map(PutObject::new).orElseGet(() -> new DropObject(object.id())));
    }
}
