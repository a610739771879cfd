package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives an object another name in its schema: {@code alter table trading.orders rename to purchase_orders}. */
public record RenameObject(ObjectId<?> id, String to) implements Operation {

    private ObjectId<?> renamed() {
        return id.named(id.name().named(to));
    }

    @Override
    public String description() {
        return "rename " + id + " to " + to;
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(renamed()), Set.of(id));
    }

    @Override
    public List<Statement> statements(Database before) {
        SchemaObject object = before.get(id);
        QualifiedName other = renamed().name();
        return Stream.concat(Stream.of(object.renaming(other, before)), object.renamingAlong(other).stream())
                .toList();
    }

    @Override
    public Database after(Database before) {
        if (id.name().name().equals(to)) {
            throw new RefusedException(
                    id,
                    "The " + id + " is called \"" + to + "\" already; PostgreSQL refuses that. Leave the rename out.");
        }
        return before.renamed(new Rename.OfObject(id, renamed()));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameObject(renamed(), id.name().name()));
    }
}
