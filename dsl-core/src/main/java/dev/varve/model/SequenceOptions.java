package dev.varve.model;

import dev.varve.sql.Fragment;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sequence counts.
 *
 * @param start the first number
 * @param cache how many numbers a session takes at once
 */
public record SequenceOptions(long start, long increment, long minimum, long maximum, long cache, boolean cycle)
        implements Fragment {

    /** From 1 upwards, one at a time, as far as {@code bigint} goes. */
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

    /** The plain options of an identity column or a sequence of that type. */
    public static SequenceOptions plainFor(TypeName type) {
        long maximum = switch (type.name().name()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return new SequenceOptions(1, 1, 1, maximum, 1, false);
    }

    /** Whether nothing has to be said, whatever type the sequence has. */
    public boolean isPlain() {
        return sql().isEmpty();
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

    @Override
    public String sql() {
        List<String> clauses = new ArrayList<>();
        if (start != 1) {
            clauses.add("start " + start);
        }
        if (increment != 1) {
            clauses.add("increment " + increment);
        }
        if (minimum != 1) {
            clauses.add("minvalue " + minimum);
        }
        if (maximum != Long.MAX_VALUE && maximum != Integer.MAX_VALUE && maximum != Short.MAX_VALUE) {
            clauses.add("maxvalue " + maximum);
        }
        if (cache != 1) {
            clauses.add("cache " + cache);
        }
        if (cycle) {
            clauses.add("cycle");
        }
        return String.join(" ", clauses);
    }
}
