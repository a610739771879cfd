package dev.varve.dsl;

import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RecreateObject;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Select;

/** A materialized view as it is written; with its name alone it stands for one that is already there. */
public record MaterializedViewSpec(QualifiedName name, Optional<Query> query, List<IndexSpec> indexes)
        implements Named, Creation, Replacement {

    public MaterializedViewSpec {
        indexes = List.copyOf(indexes);
    }

    /** Puts the view into a schema. */
    public MaterializedViewSpec inSchema(String schema) {
        return new MaterializedViewSpec(name.inSchema(schema), query, indexes);
    }

    /** Stores what the select selects. */
    public MaterializedViewSpec as(Select<?> select) {
        return new MaterializedViewSpec(name, Optional.of(JooqText.of(select)), indexes);
    }

    /** Stores what the text selects; it names every table with its schema. */
    public MaterializedViewSpec as(String select) {
        return new MaterializedViewSpec(name, Optional.of(new Query(select)), indexes);
    }

    /** Indexes these columns. */
    public MaterializedViewSpec index(String... columns) {
        return index(IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /** Adds an index. */
    public MaterializedViewSpec index(IndexSpec index) {
        return new MaterializedViewSpec(
                name, query, Stream.concat(indexes.stream(), Stream.of(index)).toList());
    }

    @Override
    public ObjectId<MaterializedView> id() {
        return MaterializedView.id(name);
    }

    private MaterializedView view() {
        return new MaterializedView(
                name,
                query.orElseThrow(() -> new IllegalArgumentException(
                        "Materialized view " + name + " has no query; say what it stores with as(...).")));
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        List<Operation> operations = new ArrayList<>(List.of(new CreateObject(view())));
        indexes.forEach(index -> operations.add(index.operation(id(), naming)));
        return operations;
    }

    @Override
    public Operation replacement() {
        return new RecreateObject(view());
    }
}
