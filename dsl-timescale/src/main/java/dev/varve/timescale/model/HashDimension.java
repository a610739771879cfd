package dev.varve.timescale.model;

import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.sql.Identifier;

/** A column by whose hash the rows of a hypertable are spread over partitions. */
public record HashDimension(String column, int partitions) {

    /**
     * @throws IllegalArgumentException if there are less than 1 or more than 32767 partitions
     */
    public HashDimension {
        Identifier.of(column);
        if (partitions < 1 || partitions > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The hash of \"" + column + "\" needs 1 to 32767 partitions, not " + partitions + ".");
        }
    }

    HashDimension following(ObjectId<?> table, Rename rename) {
        return new HashDimension(rename.followColumn(table, column), partitions);
    }

    @Override
    public String toString() {
        return "hash of " + column + " into " + partitions;
    }
}
