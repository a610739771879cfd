package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** A materialized view: a query whose rows are stored. It is created with its data. */
public record MaterializedView(QualifiedName name, Query query) implements Queried {

    /** The id of the materialized view of that name. */
    public static ObjectId<MaterializedView> id(QualifiedName name) {
        return ObjectId.of(MaterializedView.class, name);
    }

    @Override
    public ObjectId<MaterializedView> id() {
        return id(name);
    }

    @Override
    public MaterializedView named(QualifiedName other) {
        return new MaterializedView(other, query);
    }

    @Override
    public MaterializedView querying(Query other) {
        return new MaterializedView(name, other);
    }

    @Override
    public MaterializedView following(Rename rename) {
        return new MaterializedView(rename.followSchema(name), followed(rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(Sql.of("create materialized view {} as\n{}", name, query), LockMode.ACCESS_SHARE));
    }
}
