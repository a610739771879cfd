package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data type as a column has it, in one spelling: {@code character varying(20)} and {@code varchar(20)} are equal here.
 *
 * @param name built-in types have no schema
 * @param modifiers with their parentheses, such as {@code (18, 8)}; empty if there are none
 * @param array PostgreSQL does not tell {@code int[]} from {@code int[][]}
 */
public record TypeName(QualifiedName name, String modifiers, boolean array) implements Fragment {

    /** Long and second names of the same types (documentation of PostgreSQL, table 8.1). */
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"));

    private static final Pattern FORM = Pattern.compile(
            "(?<name>(?:\"(?:[^\"]|\"\")+\"|[^\"(\\[])+?)\\s*(?<modifiers>\\([^)]*\\))?(?<rest>\\s+with(?:out)? time zone)?\\s*(?<array>(?:\\[\\d*])*)");

    private static final Pattern QUALIFIED =
            Pattern.compile("(?<schema>\"(?:[^\"]|\"\")+\"|[^\".]+)\\.(?<type>\"(?:[^\"]|\"\")+\"|[^\".]+)");

    /**
     * The type that PostgreSQL knows under that text, such as {@code numeric(18, 8)} or {@code trading.side[]}.
     *
     * @throws IllegalArgumentException if the text does not have the form of a type
     */
    public static TypeName of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not look like the name of a type.");
        }
        String rest = Optional.ofNullable(form.group("rest")).orElse("");
        boolean array = !form.group("array").isEmpty();
        String modifiers =
                Optional.ofNullable(form.group("modifiers")).orElse("").replaceAll("\\s*,\\s*", ", ");
        Matcher qualified = QUALIFIED.matcher(form.group("name"));
        if (qualified.matches()) {
            return new TypeName(
                    QualifiedName.of(unquoted(qualified.group("schema")), unquoted(qualified.group("type"))),
                    modifiers,
                    array);
        }
        String spelled = (form.group("name") + rest).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return builtIn(SHORT_NAMES.getOrDefault(spelled, spelled), modifiers, array);
    }

    private static TypeName builtIn(String name, String modifiers, boolean array) {
        if (name.equals("float")) {
            boolean single = modifiers.matches("\\((\\d|1\\d|2[0-4])\\)");
            return new TypeName(QualifiedName.unqualified(single ? "real" : "double precision"), "", array);
        }
        boolean scaleMissing = name.equals("numeric") && modifiers.matches("\\(\\d+\\)");
        boolean lengthMissing = (name.equals("char") || name.equals("bit")) && modifiers.isEmpty();
        String complete = scaleMissing ? modifiers.replace(")", ", 0)") : lengthMissing ? "(1)" : modifiers;
        return new TypeName(QualifiedName.unqualified(name), complete, array);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** A type that the database itself has made. */
    public static TypeName of(QualifiedName name) {
        return new TypeName(name, "", false);
    }

    /** The type of arrays of this type. */
    public TypeName asArray() {
        return new TypeName(name, modifiers, true);
    }

    /** This type as a function takes and gives it: PostgreSQL forgets lengths and precisions there. */
    public TypeName unmodified() {
        boolean interval = name.schema().isEmpty() && name.name().startsWith("interval");
        return new TypeName(interval ? QualifiedName.unqualified("interval") : name, "", array);
    }

    /** The name of the type, if it lives in a schema: then it is no built-in type. */
    public Optional<QualifiedName> userDefined() {
        return Optional.of(name).filter(n -> !n.schema().isEmpty());
    }

    /** Whether its values are texts without blanks that do not count. */
    public boolean isText() {
        return !array
                && List.of("text", "varchar").contains(name.name())
                && name.schema().isEmpty();
    }

    /** Whether it is a binary floating point type, which cannot hold most decimal fractions exactly. */
    public boolean isFloatingPoint() {
        return name.equals(QualifiedName.unqualified("real"))
                || name.equals(QualifiedName.unqualified("double precision"));
    }

    /** Whether every value of this type fits unchanged into the other: a longer text, a greater number. */
    public boolean isWidenedBy(TypeName other) {
        List<String> integers = List.of("smallint", "integer", "bigint", "numeric");
        boolean number = integers.contains(name.name())
                && integers.indexOf(other.name.name()) > integers.indexOf(name.name())
                && other.modifiers.isEmpty();
        boolean longer = name.equals(other.name) && (other.modifiers.isEmpty() || isWithin(numbers(), other.numbers()));
        boolean text = name.name().equals("varchar") && other.name.name().equals("text");
        return array == other.array && (number || longer || text);
    }

    /** A precision and scale, or a length, is within another if no digit before or after the point is cut off. */
    private static boolean isWithin(List<Integer> inner, List<Integer> outer) {
        if (inner.size() != outer.size() || inner.isEmpty()) {
            return false;
        }
        if (inner.size() == 1) {
            return inner.get(0) <= outer.get(0);
        }
        return inner.get(1) <= outer.get(1) && inner.get(0) - inner.get(1) <= outer.get(0) - outer.get(1);
    }

    private List<Integer> numbers() {
        return Pattern.compile("\\d+")
                .matcher(modifiers)
                .results()
                .map(r -> Integer.valueOf(r.group()))
                .toList();
    }

    /** This type after a rename. */
    public TypeName following(Rename rename) {
        if (rename instanceof Rename.OfObject object && object.from().name().equals(name)) {
            return new TypeName(object.to().name(), modifiers, array);
        }
        return userDefined().isPresent() ? new TypeName(rename.followSchema(name), modifiers, array) : this;
    }

    @Override
    public String sql() {
        return (name.schema().isEmpty() ? name.name() : name.sql()) + modifiers + (array ? "[]" : "");
    }

    @Override
    public String toString() {
        return sql();
    }
}
