package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a base type is made of.
 *
 * @param functions what is done by functions, and by which
 * @param layout how its values lie in memory
 * @param values what its values are like
 */
public record BaseTypeDefinition(SortedMap<Role, QualifiedName> functions, Layout layout, Values values) {

    /** What a function does for a type. */
    public enum Role {
        /** Makes a value of a text. */
        INPUT,
        /** Makes a text of a value. */
        OUTPUT,
        /** Makes a value of bytes. */
        RECEIVE,
        /** Makes bytes of a value. */
        SEND,
        /** Makes a number of modifiers. */
        TYPMOD_IN,
        /** Makes modifiers of a number. */
        TYPMOD_OUT,
        /** Looks at the values of a column for the planner. */
        ANALYZE,
        /** Takes parts of a value. */
        SUBSCRIPT;

        /** The word of PostgreSQL. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How values lie in memory.
     *
     * @param length the bytes of each value; empty if they have any length
     * @param byValue whether a value is given as it is and not by where it lies
     * @param alignment where a value can begin: {@code char}, {@code int2}, {@code int4} or {@code double}
     */
    public record Layout(Optional<Integer> length, boolean byValue, String alignment, ColumnStorage storage) {

        /** Values of any length that are neither compressed nor kept elsewhere. */
        public static final Layout USUAL = new Layout(Optional.empty(), false, "int4", ColumnStorage.PLAIN);
    }

    private static final QualifiedName RAW = QualifiedName.of("pg_catalog", "raw_array_subscript_handler");

    /**
     * What values are like.
     *
     * @param category the letter of the types among which theirs is, {@code U} for a type of users
     * @param preferred whether it is the one of its category to which others are cast
     * @param initial the text of the value of a column without a default; empty for null
     * @param elements what values are arrays of
     * @param delimiter what stands between them in the text of an array
     * @param collatable whether they can be compared by a collation
     */
    public record Values(
            String category,
            boolean preferred,
            Optional<String> initial,
            Optional<TypeName> elements,
            String delimiter,
            boolean collatable) {

        /** Values of which nothing is said. */
        public static final Values USUAL = new Values("U", false, Optional.empty(), Optional.empty(), ",", false);

        public Values {
            elements = elements.map(TypeName::unmodified);
        }

        /** The same among other types. */
        public Values among(String letter, boolean first) {
            return new Values(letter, first, initial, elements, delimiter, collatable);
        }

        /** The same with one that a column has by default. */
        public Values initially(String text) {
            return new Values(category, preferred, Optional.of(text), elements, delimiter, collatable);
        }

        /** The same as arrays of that. */
        public Values of(TypeName type) {
            return new Values(category, preferred, initial, Optional.of(type), delimiter, collatable);
        }

        /** The same with something else between them. */
        public Values delimitedBy(String character) {
            return new Values(category, preferred, initial, elements, character, collatable);
        }

        /** The same, comparable by a collation. */
        public Values collated() {
            return new Values(category, preferred, initial, elements, delimiter, true);
        }

        private Values following(Rename rename) {
            Optional<TypeName> followed = elements.map(type -> type.following(rename));
            return new Values(category, preferred, initial, followed, delimiter, collatable);
        }

        private void addTo(List<Sql> parts) {
            add(
                    parts,
                    !category.equals("U"),
                    "category = " + Literal.text(category).sql());
            add(parts, preferred, "preferred = true");
            initial.ifPresent(value -> parts.add(Sql.of("default = {}", Literal.text(value))));
            elements.ifPresent(type -> parts.add(Sql.of("element = {}", type)));
            add(
                    parts,
                    !delimiter.equals(","),
                    "delimiter = " + Literal.text(delimiter).sql());
            add(parts, collatable, "collatable = true");
        }
    }

    public BaseTypeDefinition {
        SortedMap<Role, QualifiedName> said = new TreeMap<>(functions);
        if (values.elements().isPresent() && layout.length().isPresent() && !layout.byValue()) {
            said.remove(Role.SUBSCRIPT, RAW); // which PostgreSQL takes without a word
        }
        functions = Collections.unmodifiableSortedMap(said);
    }

    /** A type that reads and writes texts by these functions. */
    public static BaseTypeDefinition of(QualifiedName input, QualifiedName output) {
        SortedMap<Role, QualifiedName> functions = new TreeMap<>(Map.of(Role.INPUT, input, Role.OUTPUT, output));
        return new BaseTypeDefinition(functions, Layout.USUAL, Values.USUAL);
    }

    /** The same with that done by a function, or by none. */
    public BaseTypeDefinition with(Role role, Optional<QualifiedName> function) {
        SortedMap<Role, QualifiedName> others = new TreeMap<>(functions);
        others.remove(role);
        function.ifPresent(name -> others.put(role, name));
        return new BaseTypeDefinition(others, layout, values);
    }

    /** The same, lying otherwise in memory. */
    public BaseTypeDefinition laidOut(Layout other) {
        return new BaseTypeDefinition(functions, other, values);
    }

    /** The same with other values. */
    public BaseTypeDefinition valued(Values others) {
        return new BaseTypeDefinition(functions, layout, others);
    }

    Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = new HashSet<>(functions.values());
        values.elements().flatMap(TypeName::userDefined).ifPresent(mentioned::add);
        return database.named(mentioned);
    }

    BaseTypeDefinition following(Rename rename) {
        SortedMap<Role, QualifiedName> followed = new TreeMap<>();
        functions.forEach((role, function) -> followed.put(role, rename.followName(function, Function.class)));
        return new BaseTypeDefinition(followed, layout, values.following(rename));
    }

    /** What follows the name of the type, where it is not what is the case without a word. */
    Sql clause() {
        List<Sql> parts = new ArrayList<>();
        functions.forEach((role, function) -> parts.add(Sql.of(role.word() + " = {}", function)));
        layout.length().ifPresent(bytes -> parts.add(Sql.raw("internallength = " + bytes)));
        add(parts, layout.byValue(), "passedbyvalue");
        add(parts, !layout.alignment().equals(Layout.USUAL.alignment()), "alignment = " + layout.alignment());
        add(
                parts,
                layout.storage() != ColumnStorage.PLAIN,
                "storage = " + layout.storage().word());
        values.addTo(parts);
        return Sql.of(" ({})", Sql.join(", ", parts));
    }

    private static void add(List<Sql> parts, boolean said, String part) {
        if (said) {
            parts.add(Sql.raw(part));
        }
    }

    /** What {@code alter type} says to make it of another definition; empty if it cannot. */
    Optional<List<Sql>> changes(BaseTypeDefinition old) {
        List<Sql> changes = new ArrayList<>();
        BaseTypeDefinition rest = old;
        for (Role role : Role.values()) {
            Optional<QualifiedName> function = Optional.ofNullable(functions.get(role));
            if (!function.equals(Optional.ofNullable(old.functions.get(role))) && role.compareTo(Role.OUTPUT) > 0) {
                changes.add(function.map(name -> Sql.of(role.word() + " = {}", name))
                        .orElse(Sql.raw(role.word() + " = none")));
                rest = rest.with(role, function);
            }
        }
        if (layout.storage() != old.layout.storage() && layout.storage() != ColumnStorage.PLAIN) {
            changes.add(Sql.raw("storage = " + layout.storage().word()));
            rest = rest.laidOut(
                    new Layout(old.layout.length(), old.layout.byValue(), old.layout.alignment(), layout.storage()));
        }
        return equals(rest) ? Optional.of(changes) : Optional.empty();
    }
}
