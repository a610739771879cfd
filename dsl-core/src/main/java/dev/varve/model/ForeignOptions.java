package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a foreign data wrapper is told, as the clause {@code options (...)} takes it: names and strings. */
public record ForeignOptions(SortedMap<String, String> values) {

    public ForeignOptions {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** No options. */
    public static ForeignOptions none() {
        return of(Map.of());
    }

    /** These options. */
    public static ForeignOptions of(Map<String, String> values) {
        return new ForeignOptions(new TreeMap<>(values));
    }

    /** These options with one more. */
    public ForeignOptions and(String option, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(option, value);
        return of(more);
    }

    /** A blank and the clause for a new object; nothing if there are none. */
    Sql clause() {
        return clause(values.entrySet().stream()
                .map(option -> Sql.of("{} {}", Identifier.of(option.getKey()), Literal.text(option.getValue())))
                .toList());
    }

    /** The clause that turns other options into these, if they differ. */
    Optional<Sql> since(ForeignOptions old) {
        List<Sql> changes = new ArrayList<>();
        old.values.keySet().stream()
                .filter(option -> !values.containsKey(option))
                .forEach(option -> changes.add(Sql.of("drop {}", Identifier.of(option))));
        values.forEach((option, value) -> {
            if (!value.equals(old.values.get(option))) {
                String word = old.values.containsKey(option) ? "set {} {}" : "add {} {}";
                changes.add(Sql.of(word, Identifier.of(option), Literal.text(value)));
            }
        });
        return Optional.of(clause(changes)).filter(clause -> !changes.isEmpty());
    }

    private static Sql clause(List<Sql> items) {
        return items.isEmpty() ? Sql.raw("") : Sql.of(" options ({})", Sql.join(", ", items));
    }

    /** The options as {@code name=value}, in order. */
    @Override
    public String toString() {
        return values.toString();
    }
}
