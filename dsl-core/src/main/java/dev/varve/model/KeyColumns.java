package dev.varve.model;

import dev.varve.sql.Composed;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a primary key or a unique constraint.
 *
 * @param included columns that its index holds without their being part of the key
 * @param withoutOverlaps whether the last column is a range, and rows with the same other columns may have ranges apart from each
 *     other; PostgreSQL has this from version 18 on
 * @param storage how and where its index is kept
 */
public record KeyColumns(List<String> columns, List<String> included, boolean withoutOverlaps, Storage storage)
        implements Composed {

    public KeyColumns {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }

    /** Columns that are the whole key. */
    public static KeyColumns of(List<String> columns) {
        return new KeyColumns(columns, List.of(), false, Storage.usual());
    }

    /** The same key with other columns in its index. */
    public KeyColumns including(List<String> others) {
        return new KeyColumns(columns, others, withoutOverlaps, storage);
    }

    /** The same key, whose last column is a range. */
    public KeyColumns overlapping(boolean never) {
        return new KeyColumns(columns, included, never, storage);
    }

    /** The same key, whose index is kept in another way or elsewhere. */
    public KeyColumns stored(Storage other) {
        return new KeyColumns(columns, included, withoutOverlaps, other);
    }

    /** The columns of the key and those beside it. */
    Stream<String> all() {
        return Stream.concat(columns.stream(), included.stream());
    }

    KeyColumns following(ObjectId<?> table, Rename rename) {
        return new KeyColumns(
                rename.followColumns(table, columns), rename.followColumns(table, included), withoutOverlaps, storage);
    }

    @Override
    public Sql whole() {
        Sql key = Sql.of(withoutOverlaps ? "({} without overlaps)" : "({})", Sql.names(columns));
        Sql covering = included.isEmpty() ? key : key.then(Sql.of(" include ({})", Sql.names(included)));
        return covering.then(storage.indexClauses());
    }
}
