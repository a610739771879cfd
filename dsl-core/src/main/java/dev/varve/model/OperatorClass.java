package dev.varve.model;

import dev.varve.sql.Composed;
import dev.varve.sql.Fragment;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.SqlNames;

/**
 * How the values of a key are compared or taken apart.
 *
 * @param name the classes of PostgreSQL itself live in {@code pg_catalog}
 * @param parameters what is said of it for one key, such as {@code siglen}
 */
public record OperatorClass(QualifiedName name, Options parameters) implements Composed {

    private static final String BUILT_IN = "pg_catalog";

    /** The class of that name, which is one of PostgreSQL itself if it is written without a schema. */
    public static OperatorClass of(String text) {
        SqlNames.First first = SqlNames.first(text);
        QualifiedName name = first.rest().isEmpty()
                ? QualifiedName.of(BUILT_IN, first.name())
                : QualifiedName.of(
                        first.name(), SqlNames.first(first.rest().substring(1)).name());
        return new OperatorClass(name, Options.none());
    }

    /** Whether PostgreSQL brings it. */
    public boolean isBuiltIn() {
        return name.schema().equals(BUILT_IN);
    }

    OperatorClass following(Rename rename) {
        return new OperatorClass(rename.followName(name, OperatorClassDefinition.class), parameters);
    }

    @Override
    public Sql whole() {
        Fragment known = isBuiltIn() ? name.simple() : name;
        return parameters.isEmpty() ? Sql.of("{}", known) : Sql.of("{} ({})", known, parameters.assignments());
    }
}
