package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a type, which has many spellings, on its way to the one that a {@link TypeName} has. */
final class TypeText {

    private static final String QUOTED = "\"(?:[^\"]|\"\")+\"";

    /** Long and second names of the same types (documentation of PostgreSQL, table 8.1, and its grammar). */
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("national character", "char"),
            Map.entry("national char", "char"),
            Map.entry("nchar", "char"),
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
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"));

    /** What is a type to the grammar alone, which makes a sequence and a default of it. */
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    /** Names of types that are key words and have no second name. */
    private static final Set<String> KEY_WORDS = Set.of("interval", "json", "bit");

    private static final Pattern FORM = Pattern.compile(
            "(?<name>(?:" + QUOTED
                    + "|[^\"(\\[])+?)\\s*(?<modifiers>\\([^)]*\\))?(?<rest>\\s+with(?:out)?\\s+time\\s+zone)?\\s*"
                    + "(?<array>(?:\\[\\d*]\\s*)*|\\s+array(?:\\s*\\[\\d+])?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUALIFIED =
            Pattern.compile("(?<schema>" + QUOTED + "|[^\".]+)\\s*\\.\\s*(?<type>" + QUOTED + "|[^\".]+)");

    private final String text;
    private final String modifiers;
    private final boolean array;

    private TypeText(String text, String modifiers, boolean array) {
        this.text = text;
        this.modifiers = modifiers;
        this.array = array;
    }

    static TypeName read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not look like the name of a type.");
        }
        String rest = Optional.ofNullable(form.group("rest")).orElse("");
        return new TypeText(
                        form.group("name") + rest,
                        modifiers(Optional.ofNullable(form.group("modifiers")).orElse("")),
                        !form.group("array").isEmpty())
                .typeName();
    }

    private static String modifiers(String written) {
        return written.replaceAll("\\s*([(),])\\s*", "$1").replace(",", ", ");
    }

    private TypeName typeName() {
        Matcher qualified = QUALIFIED.matcher(text);
        if (qualified.matches()) {
            String schema = folded(qualified.group("schema"));
            String type = folded(qualified.group("type"));
            return schema.equals("pg_catalog") ? internal(type) : named(QualifiedName.of(schema, type));
        }
        if (text.startsWith("\"")) {
            return internal(folded(text));
        }
        String spelled = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        refuseSerial(spelled);
        return spelled.startsWith("_") ? internal(spelled) : spelled(spelled);
    }

    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.strip().toLowerCase(Locale.ROOT);
    }

    private static void refuseSerial(String spelled) {
        Optional.ofNullable(SERIALS.get(spelled)).ifPresent(integer -> {
            throw new IllegalArgumentException("\"" + spelled + "\" is no type but short for a column of type "
                    + integer + " with a sequence of its own. Use " + integer + " and make the column an identity.");
        });
    }

    /** A type by its name in the catalog, where {@code _int4} is the type of arrays of {@code int4}. */
    private TypeName internal(String name) {
        if (name.startsWith("_") && name.length() > 1) {
            return new TypeText(text, modifiers, true).internal(name.substring(1));
        }
        boolean otherToTheGrammar = name.equals("char") || name.equals("bit") && modifiers.isEmpty();
        if (otherToTheGrammar) {
            return named(QualifiedName.unqualified('"' + name + '"'));
        }
        return spelled(isKnownToTheGrammar(name) ? name : Identifier.of(name).sql());
    }

    private static boolean isKnownToTheGrammar(String name) {
        return SHORT_NAMES.containsKey(name) || SHORT_NAMES.containsValue(name) || KEY_WORDS.contains(name);
    }

    private TypeName spelled(String spelled) {
        String name = SHORT_NAMES.getOrDefault(spelled, spelled);
        if (name.equals("float")) {
            boolean single = modifiers.matches("\\((\\d|1\\d|2[0-4])\\)");
            return new TypeName(QualifiedName.unqualified(single ? "real" : "double precision"), "", array);
        }
        if (name.equals("bpchar") && !modifiers.isEmpty()) {
            return new TypeName(QualifiedName.unqualified("char"), modifiers, array);
        }
        boolean scaleMissing = name.equals("numeric") && modifiers.matches("\\(\\d+\\)");
        boolean lengthMissing = (name.equals("char") || name.equals("bit")) && modifiers.isEmpty();
        String complete = scaleMissing ? modifiers.replace(")", ", 0)") : lengthMissing ? "(1)" : modifiers;
        return new TypeName(QualifiedName.unqualified(name), complete, array);
    }

    private TypeName named(QualifiedName name) {
        return new TypeName(name, modifiers, array);
    }
}
