package dev.varve.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where PostgreSQL keeps the long values of a column (<a
 * href="https://www.postgresql.org/docs/current/storage-toast.html">documentation</a>).
 */
public enum ColumnStorage {

    /** In the row, as they are. */
    PLAIN,

    /** Outside of the row, never compressed, so that parts of them can be read. */
    EXTERNAL,

    /** Compressed, and outside of the row if they are still long. */
    EXTENDED,

    /** Compressed, and outside of the row only if there is no other way. */
    MAIN;

    /** The letter in the catalogs of PostgreSQL ({@code pg_type.typstorage}). */
    public String code() {
        return this == EXTENDED ? "x" : word().substring(0, 1);
    }

    /** The storage of that letter. */
    public static ColumnStorage ofCode(String code) {
        return Arrays.stream(values())
                .filter(storage -> storage.code().equals(code))
                .findFirst()
                .orElse(EXTENDED);
    }

    /** The word of PostgreSQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
