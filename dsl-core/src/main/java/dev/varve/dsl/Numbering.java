package dev.varve.dsl;

import dev.varve.model.SequenceOptions;
import java.util.OptionalLong;

/** How an identity counts, as it is written: {@code from(100).by(10).cycling()}. What is not said is as PostgreSQL has it. */
public record Numbering(
        OptionalLong start, long increment, OptionalLong least, OptionalLong most, long cache, boolean cycle) {

    /** From that number on, one at a time. */
    static Numbering startingAt(long start) {
        return new Numbering(OptionalLong.of(start), 1, OptionalLong.empty(), OptionalLong.empty(), 1, false);
    }

    /** In steps of that size, downwards if it is negative. */
    public Numbering by(long step) {
        return new Numbering(start, step, least, most, cache, cycle);
    }

    /** Between these numbers, both included. */
    public Numbering between(long first, long last) {
        return new Numbering(start, increment, OptionalLong.of(first), OptionalLong.of(last), cache, cycle);
    }

    /** With so many numbers that a session takes at once. */
    public Numbering caching(long numbers) {
        return new Numbering(start, increment, least, most, numbers, cycle);
    }

    /** Beginning anew at the end. */
    public Numbering cycling() {
        return new Numbering(start, increment, least, most, cache, true);
    }

    SequenceOptions options() {
        long minimum = least.orElse(increment > 0 ? 1 : Long.MIN_VALUE);
        long maximum = most.orElse(increment > 0 ? Long.MAX_VALUE : -1);
        return new SequenceOptions(
                start.orElse(increment > 0 ? minimum : maximum), increment, minimum, maximum, cache, cycle);
    }
}
