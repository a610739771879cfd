package dev.varve.timescale;

import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RangeDimension;

/** A column by which a hypertable is cut, which says next how long a chunk is: {@code by("timestamp").every(hours(1))}. */
public record TimeAxis(String column) {

    /** Cuts the table every so often. */
    public RangeDimension every(Interval interval) {
        return new RangeDimension(column, interval);
    }

    /** Cuts the table every so many units of a time that is a whole number. */
    public RangeDimension every(long length) {
        return new RangeDimension(column, new IntegerSpan(length));
    }
}
