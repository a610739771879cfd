package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A data type as a column has it, in one spelling: {@code character varying(20)} and {@code varchar(20)} are equal here.
 *
 * @param name built-in types have no schema
 * @param modifiers with their parentheses, such as {@code (18, 8)}; empty if there are none
 * @param array PostgreSQL does not tell {@code int[]} from {@code int[][]}
 */
public record TypeName(QualifiedName name, String modifiers, boolean array) implements Fragment {

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("numeric"),
            Set.of("real", "double precision"),
            Set.of("text", "varchar", "char", "bpchar", "name"),
            Set.of("boolean"),
            Set.of("uuid"),
            Set.of("jsonb"),
            Set.of("bytea"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("time", "timetz", "interval"),
            Set.of("inet", "cidr"));

    /** The built-in types that columns can have, by where their long values are kept ({@code pg_type.typstorage}). */
    private static final Map<ColumnStorage, Set<String>> BUILT_IN = Map.of(
            ColumnStorage.MAIN,
            words("inet cidr numeric"),
            ColumnStorage.EXTENDED,
            words(
                    "bytea text json xml path polygon char bpchar varchar bit \"bit\" varbit refcursor tsvector jsonb jsonpath"
                            + " txid_snapshot pg_snapshot int4range numrange tsrange tstzrange daterange int8range int4multirange"
                            + " nummultirange tsmultirange tstzmultirange datemultirange int8multirange"),
            ColumnStorage.PLAIN,
            words(
                    "boolean \"char\" name bigint smallint int2vector integer oid tid xid cid oidvector xid8 point lseg box line"
                            + " real circle money macaddr macaddr8 aclitem date time timestamp timestamptz timetz"
                            + " uuid pg_lsn tsquery regproc regprocedure regoper regoperator regclass regcollation regtype regrole"
                            + " regnamespace regconfig regdictionary regdatabase"));

    private static final Set<String> STORED_ALIKE = words("numeric timestamp timestamptz time timetz varbit");

    private static final Set<String> COLLATABLE = words("text varchar char bpchar name");

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /**
     * The type that PostgreSQL knows under that text, such as {@code numeric(18, 8)} or {@code trading.side[]}.
     *
     * @throws IllegalArgumentException if the text does not have the form of a type
     */
    public static TypeName of(String text) {
        return TypeText.read(text);
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

    /** Whether it is, or is an array of, a type that every PostgreSQL has and that a column can have. */
    public boolean isBuiltIn() {
        return storageOfValue().isPresent();
    }

    /** Where PostgreSQL keeps long values of the type if nothing else is said; only the server knows for types that it does not bring. */
    public Optional<ColumnStorage> defaultStorage() {
        return array ? Optional.of(ColumnStorage.EXTENDED) : storageOfValue();
    }

    private Optional<ColumnStorage> storageOfValue() {
        if (!name.schema().isEmpty()) {
            return Optional.empty();
        }
        boolean plain = name.name().startsWith("interval") || name.name().equals("double precision");
        return plain
                ? Optional.of(ColumnStorage.PLAIN)
                : BUILT_IN.entrySet().stream()
                        .filter(kept -> kept.getValue().contains(name.name()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Whether its values are known to be never so long that PostgreSQL would compress them or keep them elsewhere. */
    public boolean isNeverLong() {
        return defaultStorage().filter(ColumnStorage.PLAIN::equals).isPresent();
    }

    /** Whether it is a built-in type whose values, or the elements of whose values, are compared by a collation. */
    public boolean isCollatable() {
        return name.schema().isEmpty() && COLLATABLE.contains(name.name());
    }

    /** The collation that a column of the type has if it says none. */
    QualifiedName defaultCollation() {
        return name.equals(QualifiedName.unqualified("name"))
                ? QualifiedName.unqualified("C")
                : Column.DEFAULT_COLLATION;
    }

    /** Whether it is a binary floating point type, which cannot hold most decimal fractions exactly. */
    public boolean isFloatingPoint() {
        return name.equals(QualifiedName.unqualified("real"))
                || name.equals(QualifiedName.unqualified("double precision"));
    }

    /** Whether PostgreSQL may let a foreign key of a column of this type reference one of the other type; for types that it does not bring only a server knows. */
    public boolean canReference(TypeName other) {
        boolean isKnown = !array && !other.array && family(this) > 0 && family(other) > 0;
        boolean isNumber = family(this) <= 3 && family(other) <= 3;
        return !isKnown || family(this) == family(other) || isNumber && family(this) < family(other);
    }

    /** Types of one family are compared with each other, and numbers with those of a later one. */
    private static int family(TypeName type) {
        for (int i = 0; i < FAMILIES.size() && type.name.schema().isEmpty(); i++) {
            if (FAMILIES.get(i).contains(type.name.name())) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The same type, or arrays of its values. */
    public TypeName arrayOf(boolean arrays) {
        return new TypeName(name, modifiers, array || arrays);
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

    /**
     * Whether PostgreSQL takes every stored value as one of the other type as it is, so that a table is not written anew (<a
     * href="https://www.postgresql.org/docs/current/sql-altertable.html">documentation</a>): a longer {@code varchar}, a {@code numeric} of
     * the same scale, a finer time.
     */
    public boolean isStoredAs(TypeName other) {
        boolean plain = !array
                && !other.array
                && name.schema().isEmpty()
                && other.name.schema().isEmpty();
        boolean words = Set.of("text", "varchar").containsAll(List.of(name.name(), other.name.name()))
                && (other.modifiers.isEmpty() || name.equals(other.name) && isWithin(numbers(), other.numbers()));
        boolean addresses = name.name().equals("cidr") && other.name.name().equals("inet");
        boolean finer = name.equals(other.name)
                && STORED_ALIKE.contains(name.name())
                && (other.modifiers.isEmpty() || isWithin(numbers(), other.numbers()) && scale().equals(other.scale()));
        return equals(other) || plain && (words || addresses || finer);
    }

    /** The digits after the point that it says; none for a length. */
    private Optional<Integer> scale() {
        return Optional.of(numbers()).filter(numbers -> numbers.size() == 2).map(numbers -> numbers.get(1));
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
        return Pattern.compile("-?\\d+")
                .matcher(modifiers)
                .results()
                .map(r -> Integer.valueOf(r.group()))
                .toList();
    }

    /** This type after a rename. */
    public TypeName following(Rename rename) {
        return userDefined().isPresent() ? new TypeName(rename.followName(name), modifiers, array) : this;
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
