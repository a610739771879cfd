package dev.varve.dsl;

/** A table of PostgreSQL written as a class. */
public abstract class PlainModel extends TableModel<PlainTable> {

    private static final long serialVersionUID = 1L;

    /** A table of that name in the schema {@code public}. */
    protected PlainModel(String name) {
        this("public", name);
    }

    /** A table of that name in a schema. */
    protected PlainModel(String schema, String name) {
        super(schema, Postgres.table(name));
    }
}
