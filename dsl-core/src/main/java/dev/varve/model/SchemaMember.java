package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** An object that lives in a schema, where it can have another name, and from which it can move to another one. */
public interface SchemaMember extends SchemaObject {

    /** The name of the object with its schema. */
    QualifiedName name();

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        return new HashSet<>(Schema.requiredBy(name()));
    }

    @Override
    default Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter {} rename to {}", address(), to.simple()), lock());
    }

    @Override
    default Statement moving(String schema) {
        return Statement.of(Sql.of("alter {} set schema {}", address(), QualifiedName.unqualified(schema)), lock());
    }
}
