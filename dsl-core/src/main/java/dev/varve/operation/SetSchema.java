package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Moves an object to another schema: {@code alter table trading.orders set schema archive}. */
public record SetSchema(ObjectId<?> id, String schema) implements Operation {

    private ObjectId<?> moved() {
        return id.named(id.name().inSchema(schema));
    }

    @Override
    public String description() {
        return "move " + id + " to schema " + schema;
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> target =
                Schema.requiredBy(QualifiedName.of(schema, id.name().name()));
        return new Footprint(target, Set.of(moved()), Set.of(id));
    }

    @Override
    public List<Statement> statements(Database before) {
        SchemaObject object = before.get(id);
        List<Statement> statements = new ArrayList<>(List.of(object.moving(schema, before)));
        statements.addAll(object.movingAlong(schema));
        return statements;
    }

    @Override
    public Database after(Database before) {
        return before.renamed(new Rename.OfObject(id, moved()));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetSchema(moved(), id.name().schema()));
    }
}
