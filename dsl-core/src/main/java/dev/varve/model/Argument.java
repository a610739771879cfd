package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import java.util.Optional;

/**
 * An argument that a function takes.
 *
 * @param name empty if it is only known by its place
 */
public record Argument(String name, TypeName type, Optional<Expression> defaultValue) implements Fragment {

    public Argument {
        type = type.unmodified();
    }

    /** An argument that every call must give. */
    public static Argument of(String name, TypeName type) {
        return new Argument(name, type, Optional.empty());
    }

    boolean isReplaceableBy(Argument other) {
        boolean named = name.isEmpty() || name.equals(other.name);
        return named && (defaultValue.isEmpty() || other.defaultValue.isPresent());
    }

    Argument following(ObjectId<?> function, Rename rename) {
        return new Argument(
                name,
                type.following(rename),
                defaultValue.map(value -> rename.forType(type).follow(function, value)));
    }

    @Override
    public String sql() {
        String named = name.isEmpty() ? type.sql() : Identifier.of(name).sql() + ' ' + type.sql();
        return named + defaultValue.map(value -> " default " + value.sql()).orElse("");
    }
}
