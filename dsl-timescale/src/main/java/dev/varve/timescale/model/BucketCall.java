package dev.varve.timescale.model;

import java.util.List;
import java.util.Optional;

/**
 * A call of {@code time_bucket} in a query.
 *
 * @param width how long a bucket is, if it is written so that it can be told
 * @param plain whether it says no more than the width and the time, so that buckets begin where those of others begin
 */
record BucketCall(Optional<Span> width, boolean plain) {

    /** The call with these arguments, each of which is cut into tokens. */
    static BucketCall of(List<List<String>> arguments) {
        return new BucketCall(arguments.isEmpty() ? Optional.empty() : width(arguments.get(0)), arguments.size() == 2);
    }

    private static Optional<Span> width(List<String> argument) {
        if (argument.size() == 1 && argument.get(0).matches("\\d{1,18}")) {
            return Optional.of(new IntegerSpan(Long.parseLong(argument.get(0))));
        }
        boolean typed = argument.size() == 2 && argument.get(0).equals("interval");
        boolean cast = argument.size() == 3
                && argument.get(1).equals("::")
                && argument.get(2).equals("interval");
        String text = typed ? argument.get(1) : cast ? argument.get(0) : "";
        return text.startsWith("'")
                ? Interval.parse(text.substring(1, text.length() - 1)).map(interval -> interval)
                : Optional.empty();
    }

    /** Whether its buckets have no fixed length, because a month has none. */
    boolean isVariable() {
        return width.filter(span -> span instanceof Interval interval && interval.months() > 0)
                .isPresent();
    }

    /** Why buckets of this width cannot be made of buckets of another, as far as that is certain. */
    Optional<String> obstacleOver(BucketCall source) {
        if (!plain || !source.plain || width.isEmpty() || source.width.isEmpty()) {
            return Optional.empty();
        }
        if (source.isVariable() && !isVariable()) {
            return Optional.of("have a fixed length and those below have none");
        }
        long length = width.get().length();
        long below = source.width.get().length();
        return below == 0 || length % below == 0 && length >= below
                ? Optional.empty()
                : Optional.of("are no multiple of those below, which are " + source.width.get() + " long");
    }

    @Override
    public String toString() {
        return width.map(Span::text).orElse("some time");
    }
}
