package dev.varve.source;

import dev.varve.model.SequenceOptions;

/** How a sequence counts: {@code identity(from(100).by(10))}. */
final class NumberingWords {

    private NumberingWords() {}

    static Call of(String word, SequenceOptions options) {
        return options.isPlain() ? Call.of(word) : Call.of(word, numbering(options));
    }

    static Code numbering(SequenceOptions options) {
        boolean up = options.increment() > 0;
        boolean bounded =
                options.minimum() != (up ? 1 : Long.MIN_VALUE) || options.maximum() != (up ? Long.MAX_VALUE : -1);
        return Chain.of("from", Code.raw(number(options.start())))
                .when(options.increment() != 1, "by", Code.raw(number(options.increment())))
                .when(bounded, "between", Code.raw(number(options.minimum())), Code.raw(number(options.maximum())))
                .when(options.cache() != 1, "caching", Code.raw(number(options.cache())))
                .when(options.cycle(), "cycling");
    }

    private static String number(long value) {
        if (value == Long.MAX_VALUE) {
            return "Long.MAX_VALUE";
        }
        if (value == Long.MIN_VALUE) {
            return "Long.MIN_VALUE";
        }
        return (int) value == value ? String.valueOf(value) : value + "L";
    }
}
