package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call of a function of TimescaleDB. The arguments have names, because versions differ in their places, and the function has its
 * schema, because migrations run with an empty search path.
 */
public record TimescaleCall(String function, List<Sql> arguments) {

    public TimescaleCall {
        arguments = List.copyOf(arguments);
    }

    /** A call without arguments. */
    public static TimescaleCall of(String function) {
        return new TimescaleCall(function, List.of());
    }

    /** The call with one more argument. */
    public TimescaleCall with(String name, Fragment value) {
        Sql argument = Sql.of("{} => {}", Identifier.of(name), value);
        return new TimescaleCall(
                function, Stream.concat(arguments.stream(), Stream.of(argument)).toList());
    }

    /** The call with a relation as its next argument. */
    public TimescaleCall with(String name, QualifiedName relation) {
        return with(name, Literal.text(relation.sql()));
    }

    /** The call with a text as its next argument. */
    public TimescaleCall with(String name, String text) {
        return with(name, Literal.text(text));
    }

    /** The call as an expression on the server of a database. */
    public Sql in(Database database) {
        QualifiedName name = QualifiedName.of(TimescaleEdition.functionSchema(database), function);
        return Sql.of("{}({})", name, Sql.join(", ", arguments));
    }

    /** The statement that makes the call and shows its result. */
    public Sql select(Database database) {
        return Sql.of("select {}", in(database));
    }
}
