package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a sequence counts.
 *
 * @param start the first number
 * @param minimum of a sequence that counts down, {@link Long#MIN_VALUE} is as far as its type goes
 * @param maximum of a sequence that counts up, {@link Long#MAX_VALUE} is as far as its type goes
 * @param cache how many numbers a session takes at once
 */
public record SequenceOptions(long start, long increment, long minimum, long maximum, long cache, boolean cycle)
        implements Fragment {

    /** From 1 upwards, one at a time, as far as the type goes. */
    public static final SequenceOptions PLAIN = new SequenceOptions(1, 1, 1, Long.MAX_VALUE, 1, false);

    public SequenceOptions {
        if (increment == 0) {
            throw new IllegalArgumentException("A sequence cannot have an increment of 0.");
        }
        if (minimum >= maximum || start < minimum || start > maximum) {
            throw new IllegalArgumentException(
                    "A sequence from " + minimum + " to " + maximum + " cannot start at " + start + ".");
        }
    }

    /** The same options for a sequence of that type: a bound that is the type's own is no bound. */
    public SequenceOptions within(TypeName type) {
        long most = greatest(type);
        long least = increment < 0 && minimum == -most - 1 ? Long.MIN_VALUE : minimum;
        return new SequenceOptions(
                start, increment, least, increment > 0 && maximum == most ? Long.MAX_VALUE : maximum, cache, cycle);
    }

    private static long greatest(TypeName type) {
        return switch (type.name().name()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    /** Whether nothing has to be said. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /** The same options with another first number. */
    public SequenceOptions startingAt(long other) {
        return new SequenceOptions(other, increment, minimum, maximum, cache, cycle);
    }

    /** The same options with another step. */
    public SequenceOptions incrementedBy(long other) {
        return new SequenceOptions(start, other, minimum, maximum, cache, cycle);
    }

    /** The same options with other bounds, both included. */
    public SequenceOptions between(long least, long most) {
        return new SequenceOptions(Math.max(least, start), increment, least, most, cache, cycle);
    }

    /** The same options with another number of values that a session takes at once. */
    public SequenceOptions caching(long numbers) {
        return new SequenceOptions(start, increment, minimum, maximum, numbers, cycle);
    }

    /** The same options, beginning anew at the end. */
    public SequenceOptions cycling() {
        return new SequenceOptions(start, increment, minimum, maximum, cache, true);
    }

    /** What differs from what PostgreSQL would choose. */
    @Override
    public String sql() {
        Stream<String> first = start == (increment > 0 ? minimum : maximum) ? Stream.of() : Stream.of("start " + start);
        Stream<String> rest =
                clauses().stream().filter(clause -> !PLAIN.clauses().contains(clause));
        return Stream.concat(first, rest).collect(Collectors.joining(" "));
    }

    /** Everything, so that it holds whatever held before. */
    public Sql complete() {
        return Sql.raw("start " + start + ' ' + String.join(" ", clauses()));
    }

    /** What differs from other options, a clause each. */
    public List<Sql> changesFrom(SequenceOptions other) {
        Stream<String> first = start == other.start ? Stream.of() : Stream.of("start " + start);
        Stream<String> rest =
                clauses().stream().filter(clause -> !other.clauses().contains(clause));
        return Stream.concat(first, rest).map(Sql::raw).toList();
    }

    private List<String> clauses() {
        return List.of(
                "increment " + increment,
                increment < 0 && minimum == Long.MIN_VALUE ? "no minvalue" : "minvalue " + minimum,
                increment > 0 && maximum == Long.MAX_VALUE ? "no maxvalue" : "maxvalue " + maximum,
                "cache " + cache,
                cycle ? "cycle" : "no cycle");
    }
}
