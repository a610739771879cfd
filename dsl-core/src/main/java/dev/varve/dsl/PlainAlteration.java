package dev.varve.dsl;

/** The words for changing a table of PostgreSQL. */
public final class PlainAlteration extends TableAlteration<PlainAlteration> {

    PlainAlteration(TableReference table, Changes changes) {
        super(table, changes);
    }

    @Override
    protected PlainAlteration self() {
        return this;
    }
}
