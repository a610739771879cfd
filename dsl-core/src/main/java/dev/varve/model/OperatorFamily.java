package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Operator classes that go together (<a
 * href="https://www.postgresql.org/docs/current/sql-createopfamily.html">documentation</a>).
 *
 * @param method the kind of index, such as {@code btree}
 */
public record OperatorFamily(QualifiedName name, String method) implements SchemaMember {

    /** The id of the family of that name for a kind of index. */
    public static ObjectId<OperatorFamily> id(QualifiedName name, String method) {
        return new ObjectId<>(OperatorFamily.class, name, " using " + method);
    }

    @Override
    public ObjectId<OperatorFamily> id() {
        return id(name, method);
    }

    @Override
    public OperatorFamily named(QualifiedName other) {
        return new OperatorFamily(other, method);
    }

    @Override
    public OperatorFamily following(Rename rename) {
        return named(rename.followSchema(name));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(Statement.of(Sql.of("create {}", address()), LockMode.NONE));
    }

    @Override
    public Sql address() {
        return Sql.of("operator family {} using {}", name, Identifier.of(method));
    }
}
