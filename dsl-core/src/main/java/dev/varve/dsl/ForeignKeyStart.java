package dev.varve.dsl;

import java.util.List;

/**
 * A foreign key that has not said yet what it references; without that it is nothing.
 *
 * @param <S> the alteration that goes on afterwards
 */
public final class ForeignKeyStart<S extends ConstraintAlteration<S>> {

    private final ConstraintAlteration<S> alteration;
    private final List<String> columns;

    ForeignKeyStart(ConstraintAlteration<S> alteration, List<String> columns) {
        this.alteration = alteration;
        this.columns = List.copyOf(columns);
    }

    /** Says what the key references, and adds it. */
    public S references(TableReference table, String... targetColumns) {
        return alteration.references(columns, new Reference(table, List.of(targetColumns)));
    }
}
