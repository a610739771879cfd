package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Parameters by name, as {@code with (...)}, {@code set (...)} and {@code reset (...)} take them. A name with a namespace, such as
 * {@code toast.autovacuum_enabled}, is quoted in parts.
 *
 * @param values in the order in which they were set, in which PostgreSQL says them; apart from that, it makes no difference
 */
public record Options(Map<String, String> values) {

    public Options {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No parameters. */
    public static Options none() {
        return of(Map.of());
    }

    /** These parameters in the order of their names, because a map need not have one. */
    public static Options of(Map<String, String> values) {
        return new Options(new TreeMap<>(values));
    }

    /** The parameters that PostgreSQL keeps as texts of the form {@code name=value}. */
    public static Options stored(List<String> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach(
                entry -> values.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1)));
        return new Options(values);
    }

    /** These parameters with one more, the last. */
    public Options and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(without(name).values);
        more.put(name, value);
        return new Options(more);
    }

    /** These parameters without one. */
    public Options without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Options(fewer);
    }

    /** Whether they are in the order of their names. */
    public boolean isSorted() {
        return List.copyOf(values.keySet()).equals(List.copyOf(of(values).values.keySet()));
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
     * order; they are set anew where another order would come of it, and where one would come of it if all were said in the order of their
     * names, so that the order alone does not make another revision.
     */
    public List<Sql> changes(Options from) {
        if (isOutOfOrderAfter(from) || of(values).isOutOfOrderAfter(of(from.values))) {
            return List.of(from.reset(), assigned());
        }
        Map<String, String> gone = new LinkedHashMap<>(from.values);
        gone.keySet().removeAll(values.keySet());
        Map<String, String> said = new LinkedHashMap<>(values);
        said.entrySet().removeAll(from.values.entrySet());
        List<Sql> changes = new ArrayList<>();
        if (!gone.isEmpty()) {
            changes.add(new Options(gone).reset());
        }
        if (!said.isEmpty()) {
            changes.add(new Options(said).assigned());
        }
        return changes;
    }

    /** What is set comes after what is kept. */
    private boolean isOutOfOrderAfter(Options from) {
        List<String> order = new ArrayList<>(from.values.keySet());
        order.removeIf(name -> !from.values.get(name).equals(values.get(name)));
        List<String> wanted = List.copyOf(values.keySet());
        wanted.stream().filter(name -> !order.contains(name)).forEach(order::add);
        return !values.isEmpty() && !order.equals(wanted);
    }

    /** The clause {@code set (...)}. */
    public Sql assigned() {
        return Sql.of("set ({})", assignments());
    }

    /** The clause {@code reset (...)}. */
    public Sql reset() {
        return Sql.of("reset ({})", listed(option -> quoted(option.getKey())));
    }

    /** The assignments with commas between them. */
    public Sql assignments() {
        return listed(option -> Sql.of("{} = {}", quoted(option.getKey()), value(option.getValue())));
    }

    private Sql listed(Function<Map.Entry<String, String>, Sql> item) {
        return joined(values, item).canonically(joined(of(values).values, item));
    }

    private static Sql joined(Map<String, String> values, Function<Map.Entry<String, String>, Sql> item) {
        return Sql.join(", ", values.entrySet().stream().map(item).toList());
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
