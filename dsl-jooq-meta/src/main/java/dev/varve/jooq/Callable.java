package dev.varve.jooq;

import dev.varve.model.Argument;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A function, procedure or aggregate.
 *
 * @param result what it gives, if it gives one value
 */
record Callable(QualifiedName name, List<Argument> arguments, Optional<TypeName> result, Kind kind, String comment) {

    /** How it is called. */
    enum Kind {
        /** In an expression. */
        FUNCTION,
        /** By a statement of its own. */
        PROCEDURE,
        /** In an expression over many rows. */
        AGGREGATE
    }

    Callable {
        arguments = List.copyOf(arguments);
    }
}
