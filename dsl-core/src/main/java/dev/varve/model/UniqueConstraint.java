package dev.varve.model;

import dev.varve.sql.Sql;
import java.util.List;

/**
 * Columns whose values no two rows share.
 *
 * @param nullsNotDistinct whether null is a value as any other, which two rows cannot share
 */
public record UniqueConstraint(String name, KeyColumns key, boolean nullsNotDistinct, Deferral deferral)
        implements KeyConstraint {

    /** A unique constraint over columns and nothing else. */
    public UniqueConstraint(String name, List<String> columns) {
        this(name, KeyColumns.of(columns), false, Deferral.NOT_DEFERRABLE);
    }

    @Override
    public Sql definition() {
        String words = nullsNotDistinct ? "unique nulls not distinct {}{}" : "unique {}{}";
        return Sql.of(words, key, Sql.raw(deferral.clause()));
    }

    @Override
    public UniqueConstraint named(String other) {
        return new UniqueConstraint(other, key, nullsNotDistinct, deferral);
    }

    @Override
    public UniqueConstraint over(KeyColumns other) {
        return new UniqueConstraint(name, other, nullsNotDistinct, deferral);
    }

    /** The same constraint, to which null is a value as any other. */
    public UniqueConstraint withNullsNotDistinct() {
        return new UniqueConstraint(name, key, true, deferral);
    }

    @Override
    public UniqueConstraint deferring(Deferral other) {
        return new UniqueConstraint(name, key, nullsNotDistinct, other);
    }
}
