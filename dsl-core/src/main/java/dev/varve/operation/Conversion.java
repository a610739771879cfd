package dev.varve.operation;

import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cast that has to be written out because PostgreSQL does not make it by itself when the type of a column changes (<a
 * href="https://www.postgresql.org/docs/current/sql-createcast.html">documentation</a>). Where it casts by itself nothing is written,
 * because such a cast refuses values that do not fit, where a written one cuts them off.
 *
 * @param to the type of the values afterwards
 * @param over the texts that the values become first, if they do: of each element if arrays become arrays, else of the whole value
 */
public record Conversion(TypeName to, Optional<TypeName> over) {

    private static final TypeName TEXT = TypeName.of("text");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar", "name");

    /** Between types of one of these PostgreSQL casts when it assigns; the texts of the values of others may be read as each other. */
    private static final List<Set<String>> RELATED = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("numeric", "money"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("time", "timetz"),
            Set.of("time", "interval"),
            Set.of("json", "jsonb"),
            Set.of("boolean"),
            Set.of("uuid"),
            Set.of("bytea"));

    /** The conversion between values of two types, if it has to be written. */
    public static Optional<Conversion> between(TypeName from, TypeName to) {
        if (from.name().equals(to.name()) && from.array() == to.array() || isText(to) && isReadable(from, to)) {
            return Optional.empty();
        }
        if (isText(from) && isReadable(to, from) || isTruthOfNumbers(from, to) || isTruthOfNumbers(to, from)) {
            return Optional.of(new Conversion(to, Optional.empty()));
        }
        boolean isOwn = from.userDefined().isPresent() || to.userDefined().isPresent();
        return Optional.of(TEXT.arrayOf(from.array() && to.array()))
                .filter(any -> isOwn || from.array() != to.array() || areStrangers(from, to))
                .map(text -> new Conversion(to, Optional.of(text)));
    }

    /** Whether values can be told as such texts: an array as one text, too, but a single value not as many. */
    private static boolean isReadable(TypeName values, TypeName texts) {
        return values.array() || !texts.array();
    }

    /** PostgreSQL takes an {@code integer} for a truth, and no other number. */
    private static boolean isTruthOfNumbers(TypeName truth, TypeName number) {
        return is("boolean", truth) && is("integer", number) && truth.array() == number.array();
    }

    private static boolean areStrangers(TypeName from, TypeName to) {
        String one = from.name().name();
        String other = to.name().name();
        return isKnown(one)
                && isKnown(other)
                && RELATED.stream().noneMatch(all -> all.contains(one) && all.contains(other));
    }

    private static boolean isKnown(String type) {
        return RELATED.stream().anyMatch(all -> all.contains(type));
    }

    private static boolean isText(TypeName type) {
        return type.userDefined().isEmpty() && TEXTS.contains(type.name().name());
    }

    private static boolean is(String name, TypeName type) {
        return type.userDefined().isEmpty() && type.name().name().equals(name);
    }

    /** The values of a column in the other type. */
    public Expression of(String column) {
        Sql values = Sql.of("{}", Identifier.of(column));
        Sql read = over.map(text -> Sql.of("{}::{}", values, text)).orElse(values);
        return new Expression(Sql.of("{}::{}", read, to).text());
    }
}
