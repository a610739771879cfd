package dev.varve.model;

import dev.varve.sql.Sql;
import java.util.List;

/** The columns that name a row. */
public record PrimaryKeyConstraint(String name, KeyColumns key, Deferral deferral) implements KeyConstraint {

    /** A primary key of columns and nothing else. */
    public PrimaryKeyConstraint(String name, List<String> columns) {
        this(name, KeyColumns.of(columns), Deferral.NOT_DEFERRABLE);
    }

    @Override
    public List<String> notNull() {
        return key.columns();
    }

    @Override
    public Sql definition() {
        return Sql.of("primary key {}{}", key, Sql.raw(deferral.clause()));
    }

    @Override
    public PrimaryKeyConstraint named(String other) {
        return new PrimaryKeyConstraint(other, key, deferral);
    }

    @Override
    public PrimaryKeyConstraint over(KeyColumns other) {
        return new PrimaryKeyConstraint(name, other, deferral);
    }

    @Override
    public PrimaryKeyConstraint deferring(Deferral other) {
        return new PrimaryKeyConstraint(name, key, other);
    }
}
