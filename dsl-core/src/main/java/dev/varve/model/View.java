package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** A view: a query under a name. */
public record View(QualifiedName name, Query query) implements Queried {

    /** The id of the view of that name. */
    public static ObjectId<View> id(QualifiedName name) {
        return ObjectId.of(View.class, name);
    }

    @Override
    public ObjectId<View> id() {
        return id(name);
    }

    @Override
    public View named(QualifiedName other) {
        return new View(other, query);
    }

    @Override
    public View querying(Query other) {
        return new View(name, other);
    }

    @Override
    public View following(Rename rename) {
        return new View(rename.followSchema(name), followed(rename));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(Sql.of("create view {} as\n{}", name, query), LockMode.ACCESS_SHARE));
    }
}
