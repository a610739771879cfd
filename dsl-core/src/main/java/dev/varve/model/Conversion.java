package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * A way from one encoding of texts to another (<a
 * href="https://www.postgresql.org/docs/current/sql-createconversion.html">documentation</a>).
 *
 * @param from the encoding by the name that PostgreSQL has for it, such as {@code UTF8}
 * @param byDefault whether it is the one by which texts come from and to clients
 */
public record Conversion(QualifiedName name, String from, String to, QualifiedName function, boolean byDefault)
        implements SchemaMember {

    /** The id of the conversion of that name. */
    public static ObjectId<Conversion> id(QualifiedName name) {
        return ObjectId.of(Conversion.class, name);
    }

    @Override
    public ObjectId<Conversion> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        required.addAll(database.named(Set.of(function)));
        required.remove(id());
        return required;
    }

    @Override
    public void check(Database database) {
        database.objects(Conversion.class)
                .filter(other -> isDefaultBeside(other) && other.name.schema().equals(name.schema()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            id(),
                            "The " + id() + " cannot be the default from " + from + " to " + to + " in schema \""
                                    + name.schema() + "\", which is the " + other.id()
                                    + ". Leave out asDefault() of one of them.");
                });
    }

    private boolean isDefaultBeside(Conversion other) {
        return byDefault
                && other.byDefault
                && !other.name.equals(name)
                && other.from.equals(from)
                && other.to.equals(to);
    }

    @Override
    public Conversion named(QualifiedName other) {
        return new Conversion(other, from, to, function, byDefault);
    }

    @Override
    public Conversion following(Rename rename) {
        return new Conversion(
                rename.followSchema(name), from, to, rename.followName(function, Function.class), byDefault);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql sql = Sql.of(
                "create " + (byDefault ? "default " : "") + "conversion {} for {} to {} from {}",
                name,
                Literal.text(from),
                Literal.text(to),
                function);
        return List.of(Statement.of(sql, LockMode.NONE));
    }
}
