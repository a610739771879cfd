package dev.varve.timescale.model;

import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.sql.Identifier;

/**
 * The axis along which a hypertable is cut into chunks: time, or whole numbers that stand for it.
 *
 * @param interval the length of a chunk; TimescaleDB keeps 30 days for a month
 */
public record RangeDimension(String column, Span interval) {

    /**
     * @throws IllegalArgumentException if the interval is empty
     */
    public RangeDimension {
        Identifier.of(column);
        interval = interval instanceof Interval time ? time.fixed() : interval;
        if (interval.equals(Interval.ofMicroseconds(0)) || interval.equals(new IntegerSpan(0))) {
            throw new IllegalArgumentException("The chunks along \"" + column + "\" must be longer than nothing.");
        }
    }

    RangeDimension following(ObjectId<?> table, Rename rename) {
        return new RangeDimension(rename.followColumn(table, column), interval);
    }

    @Override
    public String toString() {
        return column + " every " + interval;
    }
}
