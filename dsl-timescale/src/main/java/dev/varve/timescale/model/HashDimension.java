package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;

/** A column by whose hash the rows of a hypertable are spread over partitions. */
public record HashDimension(String column, int partitions) implements Dimension {

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

    @Override
    public HashDimension following(ObjectId<?> table, Rename rename) {
        return new HashDimension(rename.followColumn(table, column), partitions);
    }

    @Override
    public Statement adding(Table table, Database database) {
        TimescaleCall add = TimescaleCall.of("add_dimension")
                .with("hypertable", table.name())
                .with("column_name", column)
                .with("number_partitions", Literal.of(partitions));
        return Statement.of(add.select(database), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Statement changing(Table table, Database database) {
        TimescaleCall set = TimescaleCall.of("set_number_partitions")
                .with("hypertable", table.name())
                .with("number_partitions", Literal.of(partitions))
                .with("dimension_name", column);
        return Statement.of(set.select(database), LockMode.NONE);
    }

    @Override
    public void check(Table table) {
        table.column(column);
    }

    @Override
    public String toString() {
        return "hash of " + column + " into " + partitions;
    }
}
