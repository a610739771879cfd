package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.View;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.ReplaceView;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import org.jooq.Select;

/** A view as it is written; with its name alone it stands for one that is already there. */
public record ViewSpec(QualifiedName name, Optional<Query> query) implements Named, Creation, Replacement {

    /** Puts the view into a schema. */
    public ViewSpec inSchema(String schema) {
        return new ViewSpec(name.inSchema(schema), query);
    }

    /** Shows what the select selects. */
    public ViewSpec as(Select<?> select) {
        return new ViewSpec(name, Optional.of(JooqText.of(select)));
    }

    /** Shows what the text selects; it names every table with its schema. */
    public ViewSpec as(String select) {
        return new ViewSpec(name, Optional.of(new Query(select)));
    }

    @Override
    public ObjectId<View> id() {
        return View.id(name);
    }

    private View view() {
        return new View(
                name,
                query.orElseThrow(() -> new IllegalArgumentException(
                        "View " + name + " has no query; say what it shows with as(...).")));
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(view()));
    }

    @Override
    public Operation replacement() {
        return new ReplaceView(view());
    }
}
