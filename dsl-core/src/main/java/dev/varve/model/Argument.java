package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An argument that a routine takes or gives.
 *
 * @param name empty if it is only known by its place
 */
public record Argument(Mode mode, String name, TypeName type, Optional<Expression> defaultValue) implements Fragment {

    /** Which way the value of an argument goes. */
    public enum Mode {
        /** To the routine. */
        IN,
        /** From the routine. */
        OUT,
        /** To the routine and back. */
        INOUT,
        /** To the routine: all values that are left, as an array. */
        VARIADIC;

        /** Whether a call gives a value. */
        public boolean isInput() {
            return this != OUT;
        }

        /** Whether the result holds a value. */
        public boolean isOutput() {
            return this == OUT || this == INOUT;
        }

        String prefix() {
            return this == IN ? "" : name().toLowerCase(Locale.ROOT) + ' ';
        }
    }

    /** What stands for arrays already, and for values of any types one after the other. */
    private static final Set<TypeName> LISTS =
            Set.of(TypeName.of("anyarray"), TypeName.of("anycompatiblearray"), TypeName.of("\"any\""));

    public Argument {
        type = type.unmodified();
    }

    /** An argument whose value goes to the routine. */
    public Argument(String name, TypeName type, Optional<Expression> defaultValue) {
        this(Mode.IN, name, type, defaultValue);
    }

    /** An argument that every call must give. */
    public static Argument of(String name, TypeName type) {
        return new Argument(name, type, Optional.empty());
    }

    /** An argument that takes any number of values of a type; of a pseudo-type if that stands for a list of them by itself. */
    public static Argument variadic(String name, TypeName elements) {
        return new Argument(
                Mode.VARIADIC, name, LISTS.contains(elements) ? elements : elements.asArray(), Optional.empty());
    }

    /** The same argument with the value that it has where a call gives none. */
    public Argument defaulting(Expression value) {
        return new Argument(mode, name, type, Optional.of(value));
    }

    /** The same argument, going another way. */
    public Argument going(Mode other) {
        return new Argument(other, name, type, defaultValue);
    }

    /** The types of those that a call gives. */
    static List<TypeName> inputTypes(List<Argument> arguments) {
        return arguments.stream()
                .filter(argument -> argument.mode.isInput())
                .map(Argument::type)
                .toList();
    }

    boolean isReplaceableBy(Argument other) {
        boolean named = name.isEmpty() && !mode.isOutput() || name.equals(other.name);
        return mode == other.mode
                && type.equals(other.type)
                && named
                && (defaultValue.isEmpty() || other.defaultValue.isPresent());
    }

    Argument following(ObjectId<?> routine, Rename rename) {
        return new Argument(
                mode,
                name,
                type.following(rename),
                defaultValue.map(value -> rename.forType(type).follow(routine, value)));
    }

    /** What it names with a schema: its type, and whatever its default names. */
    Set<QualifiedName> qualifiedNames() {
        Set<QualifiedName> names = new HashSet<>(type.userDefined().stream().toList());
        defaultValue.ifPresent(value -> names.addAll(value.qualifiedNames()));
        return names;
    }

    @Override
    public String sql() {
        String named = name.isEmpty() ? type.sql() : Identifier.of(name).sql() + ' ' + type.sql();
        return mode.prefix()
                + named
                + defaultValue.map(value -> " default " + value.sql()).orElse("");
    }
}
