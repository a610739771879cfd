package dev.varve.dsl;

import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Volatility;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/**
 * A function as it is written; with its name and arguments alone it stands for one that is already there.
 *
 * <p>Without another word it is written in PL/pgSQL and returns nothing.
 */
public record FunctionSpec(Function function) implements Named, Creation, Replacement {

    static FunctionSpec of(String name) {
        return new FunctionSpec(new Function(
                QualifiedName.of("public", name), List.of(), "void", "plpgsql", Volatility.VOLATILE, false, ""));
    }

    /** Puts the function into a schema. */
    public FunctionSpec inSchema(String schema) {
        return new FunctionSpec(function.named(function.name().inSchema(schema)));
    }

    /** Takes one more argument, of the type that the column has. */
    public FunctionSpec argument(String name, ColumnSpec<?> type) {
        Argument argument = Argument.of(name, type.type());
        return new FunctionSpec(function.taking(Stream.concat(function.arguments().stream(), Stream.of(argument))
                .toList()));
    }

    /** Gives a value of the type that the column has. */
    public FunctionSpec returns(ColumnSpec<?> type) {
        return returns(type.type().sql());
    }

    /** Gives what PostgreSQL calls by that name, such as {@code trigger} or {@code setof text}. */
    public FunctionSpec returns(String type) {
        return new FunctionSpec(function.returning(type));
    }

    /** Is written in that language. */
    public FunctionSpec language(String language) {
        return new FunctionSpec(function.writtenIn(language));
    }

    /** Depends on its arguments and the database only. */
    public FunctionSpec stable() {
        return new FunctionSpec(function.depending(Volatility.STABLE));
    }

    /** Depends on its arguments only. */
    public FunctionSpec immutable() {
        return new FunctionSpec(function.depending(Volatility.IMMUTABLE));
    }

    /**
     * Runs with the rights of its owner. Its {@code search_path} is empty then, so that nobody can slip other objects under its names (<a
     * href="https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY">documentation</a>).
     */
    public FunctionSpec securityDefiner() {
        return new FunctionSpec(function.asOwner());
    }

    /** Runs with a run-time parameter set to that value. */
    public FunctionSpec setting(String parameter, String value) {
        return new FunctionSpec(function.setting(parameter, value));
    }

    /** Does this. */
    public FunctionSpec body(String body) {
        return new FunctionSpec(function.doing(body));
    }

    @Override
    public ObjectId<Function> id() {
        return function.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(function));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(function);
    }
}
