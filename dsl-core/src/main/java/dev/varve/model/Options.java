package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parameters by name, as {@code with (...)}, {@code set (...)} and {@code reset (...)} take them. A name with a namespace, such as
 * {@code toast.autovacuum_enabled}, is quoted in parts.
 */
public record Options(SortedMap<String, String> values) {

    public Options {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** No parameters. */
    public static Options none() {
        return of(Map.of());
    }

    /** These parameters. */
    public static Options of(Map<String, String> values) {
        return new Options(new TreeMap<>(values));
    }

    /** The parameters that PostgreSQL keeps as texts of the form {@code name=value}. */
    public static Options stored(List<String> entries) {
        Map<String, String> values = new TreeMap<>();
        entries.forEach(
                entry -> values.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1)));
        return of(values);
    }

    /** These parameters with one more. */
    public Options and(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return of(more);
    }

    /** These parameters without one. */
    public Options without(String name) {
        Map<String, String> fewer = new TreeMap<>(values);
        fewer.remove(name);
        return of(fewer);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The clause {@code with (...)}. */
    public Sql with() {
        return Sql.of("with ({})", assignments());
    }

    /**
     * The clauses that turn other parameters into these. PostgreSQL keeps them in the order in which they were set, and says them in that
     * order; they are set anew where another order than usual would come of it.
     */
    public List<Sql> changes(Options from) {
        if (isOutOfOrderAfter(from)) {
            return List.of(from.reset(), assigned());
        }
        SortedMap<String, String> gone = new TreeMap<>(from.values);
        gone.keySet().removeAll(values.keySet());
        SortedMap<String, String> said = new TreeMap<>(values);
        said.entrySet().removeAll(from.values.entrySet());
        List<Sql> changes = new ArrayList<>();
        if (!gone.isEmpty()) {
            changes.add(of(gone).reset());
        }
        if (!said.isEmpty()) {
            changes.add(of(said).assigned());
        }
        return changes;
    }

    private boolean isOutOfOrderAfter(Options from) {
        List<String> kept = new ArrayList<>(values.keySet());
        kept.removeIf(name -> !values.get(name).equals(from.values.get(name)));
        List<String> set = new ArrayList<>(values.keySet());
        set.removeAll(kept);
        return !kept.isEmpty() && !set.isEmpty() && kept.get(kept.size() - 1).compareTo(set.get(0)) > 0;
    }

    /** The clause {@code set (...)}. */
    public Sql assigned() {
        return Sql.of("set ({})", assignments());
    }

    /** The clause {@code reset (...)}. */
    public Sql reset() {
        return Sql.of(
                "reset ({})",
                Sql.join(", ", values.keySet().stream().map(Options::quoted).toList()));
    }

    /** The assignments with commas between them. */
    public Sql assignments() {
        return Sql.join(
                ", ",
                values.entrySet().stream()
                        .map(option -> Sql.of("{} = {}", quoted(option.getKey()), value(option.getValue())))
                        .toList());
    }

    /** Numbers and key words stand as they are; everything else is a string. */
    private static Sql value(String value) {
        return value.matches("-?\\d+(\\.\\d+)?|[a-z]+")
                ? Sql.raw(value)
                : Sql.raw(Literal.text(value).sql());
    }

    private static Sql quoted(String name) {
        return Sql.join(
                ".", Arrays.stream(name.split("\\.")).map(Identifier::of).toList());
    }

    /** The parameters as {@code name=value}, in order. */
    @Override
    public String toString() {
        return values.toString();
    }
}
