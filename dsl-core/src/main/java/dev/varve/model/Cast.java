package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way from the values of one type to those of another (<a
 * href="https://www.postgresql.org/docs/current/sql-createcast.html">documentation</a>).
 *
 * @param function what computes the new value; empty for a cast by the texts of the values, or of the same bytes
 * @param binary whether the values of both types have the same bytes, so that nothing is computed
 */
public record Cast(TypeName from, TypeName to, Optional<ObjectId<Function>> function, boolean binary, Context context)
        implements SchemaObject {

    @Override
    public void check(Database database) {
        if (BaseType.isShell(from, database) || BaseType.isShell(to, database)) {
            throw new RefusedException(
                    id(), "The " + id() + " is one from or to a type that is only a shell. Define that type first.");
        }
    }

    /** Where PostgreSQL casts without being told to. */
    public enum Context {
        /** Nowhere. */
        EXPLICIT,
        /** Where a value is stored into a column. */
        ASSIGNMENT,
        /** In every expression. */
        IMPLICIT
    }

    public Cast {
        from = from.unmodified();
        to = to.unmodified();
    }

    /** The id of the cast between these types. */
    public static ObjectId<Cast> id(TypeName from, TypeName to) {
        return new ObjectId<>(
                Cast.class,
                QualifiedName.unqualified("cast"),
                " (" + from.unmodified() + " as " + to.unmodified() + ')');
    }

    @Override
    public ObjectId<Cast> id() {
        return id(from, to);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> types = new HashSet<>();
        Stream.of(from, to).forEach(type -> type.userDefined().ifPresent(types::add));
        Set<ObjectId<?>> required = database.named(types);
        function.ifPresent(required::add);
        return required;
    }

    @Override
    public Cast following(Rename rename) {
        return new Cast(from.following(rename), to.following(rename), function.map(rename::follow), binary, context);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql way = function.map(f -> Sql.of("with function {}{}", f.name(), Sql.raw(f.detail())))
                .orElse(Sql.raw(binary ? "without function" : "with inout"));
        String where = switch (context) {
            case EXPLICIT -> "";
            case ASSIGNMENT -> " as assignment";
            case IMPLICIT -> " as implicit";
        };
        return List.of(Statement.of(Sql.of("create {} {}" + where, address(), way), LockMode.NONE));
    }

    @Override
    public Sql address() {
        return Sql.of("cast ({} as {})", from, to);
    }
}
