package dev.varve.model;

import java.util.Set;
import java.util.stream.Stream;

/** Columns whose values no two rows share. */
public sealed interface KeyConstraint extends Constraint permits PrimaryKeyConstraint, UniqueConstraint {

    /** The columns, and what else is in the index. */
    KeyColumns key();

    /** The same constraint over other columns. */
    KeyConstraint over(KeyColumns other);

    @Override
    KeyConstraint deferring(Deferral other);

    @Override
    default Storage storage() {
        return key().storage();
    }

    @Override
    default KeyConstraint stored(Storage other) {
        return over(key().stored(other));
    }

    @Override
    default Stream<String> columns() {
        return key().all();
    }

    @Override
    default boolean hasIndex() {
        return true;
    }

    @Override
    default KeyConstraint following(ObjectId<?> table, Rename rename) {
        return over(key().following(table, rename));
    }

    @Override
    default void check(Table table, Database database) {
        Constraint.super.check(table, database);
        if (Set.copyOf(key().columns()).size() < key().columns().size()) {
            throw new ConstraintRefusal(this, table).because("names a column twice: " + key().sql());
        }
        if (key().withoutOverlaps()) {
            new ConstraintRefusal(this, table).before18(database, "without overlaps");
        }
        if (key().withoutOverlaps() && key().columns().size() < 2) {
            throw new ConstraintRefusal(this, table)
                    .because("is without overlaps and needs a column beside the range: " + key().sql());
        }
    }

    /** Whether a foreign key can reference these columns because of it. */
    default boolean canBe(Referenced wanted) {
        return deferral() == Deferral.NOT_DEFERRABLE
                && key().withoutOverlaps() == wanted.period()
                && Set.copyOf(key().columns()).equals(Set.copyOf(wanted.columns()));
    }
}
