package dev.varve.timescale.model;

import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Locale;

/**
 * What compressed chunks know of the values of columns, so that batches of rows need not be looked into
 * (<a href="https://docs.timescale.com/api/latest/hypercore/alter_table/">documentation</a>).
 *
 * @param columns one column, or for a {@link Kind#BLOOM bloom filter} perhaps several together, whose order means nothing
 */
public record SparseIndex(Kind kind, List<String> columns) implements Fragment {

    /** What it keeps of the values. */
    public enum Kind {
        /** A filter that tells which values are certainly not there. */
        BLOOM,
        /** The least and the greatest value. */
        MINMAX
    }

    /**
     * @throws IllegalArgumentException if it has no column, or several without being a bloom filter
     */
    public SparseIndex {
        columns = columns.stream().sorted().toList();
        if (columns.isEmpty() || columns.size() > 1 && kind != Kind.BLOOM) {
            throw new IllegalArgumentException("A sparse index has one column, or is a bloom filter of several.");
        }
    }

    SparseIndex following(ObjectId<?> table, Rename rename) {
        return new SparseIndex(
                kind,
                columns.stream()
                        .map(column -> rename.followColumn(table, column))
                        .toList());
    }

    @Override
    public String sql() {
        Sql all = Sql.join(", ", columns.stream().map(Identifier::of).toList());
        return kind.name().toLowerCase(Locale.ROOT) + '(' + all.text() + ')';
    }

    @Override
    public String toString() {
        return sql();
    }
}
