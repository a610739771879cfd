package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Literal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which rows of a table a partition has, in the words of PostgreSQL: {@code FOR VALUES FROM (1) TO (10)}. */
public record PartitionBound(String text) implements Fragment {

    /** Rows that no other partition has. */
    public static final PartitionBound DEFAULT = new PartitionBound("DEFAULT");

    /** Less than every value. */
    public static final Expression MINVALUE = new Expression("MINVALUE");

    /** Greater than every value. */
    public static final Expression MAXVALUE = new Expression("MAXVALUE");

    /** Rows from these values, a value for each key, up to those, which are left out. */
    public static PartitionBound range(List<?> from, List<?> to) {
        return new PartitionBound("FOR VALUES FROM (" + values(from) + ") TO (" + values(to) + ')');
    }

    /** Rows with one of these values. */
    public static PartitionBound list(Object... values) {
        return new PartitionBound("FOR VALUES IN (" + values(Arrays.asList(values)) + ')');
    }

    /** Rows whose hash leaves that remainder. */
    public static PartitionBound hash(int modulus, int remainder) {
        return new PartitionBound("FOR VALUES WITH (modulus " + modulus + ", remainder " + remainder + ')');
    }

    private static String values(List<?> values) {
        return values.stream().map(PartitionBound::value).collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        if (value instanceof Expression expression) {
            return expression.text();
        }
        return value instanceof Number
                ? value.toString()
                : Literal.text(value.toString()).sql();
    }

    /** Whether a table that is partitioned like that can have such a partition. */
    boolean fits(Partitioning.Strategy strategy) {
        return equals(DEFAULT)
                ? strategy != Partitioning.Strategy.HASH
                : text.startsWith(
                        switch (strategy) {
                            case RANGE -> "FOR VALUES FROM ";
                            case LIST -> "FOR VALUES IN ";
                            case HASH -> "FOR VALUES WITH ";
                        });
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
