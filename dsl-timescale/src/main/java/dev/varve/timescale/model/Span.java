package dev.varve.timescale.model;

import dev.varve.sql.Fragment;

/** A length along the time axis of a hypertable: an interval or, where time is a whole number, a number. */
public sealed interface Span extends Fragment permits Interval, IntegerSpan {

    /** How the span reads in the configuration of a job, as JSON. */
    String json();

    /** The span in the other direction: what is so far ahead, where a refresh policy counts back from now. */
    Span negated();

    /** So many times this span. */
    Span times(int factor);

    /** The length as a number that can be compared: microseconds, with 30 days in the place of a month, or units. */
    long length();

    /** The type that it has for PostgreSQL. */
    String type();

    /** The span in words, without a key word before it. */
    String text();
}
