package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;

/** An object that lives in the database itself, in no schema, where it can have another name. */
public interface DatabaseMember extends SchemaObject {

    /** The name of the object. */
    String name();

    @Override
    default Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter {} rename to {}", address(), to.simple()), lock());
    }
}
