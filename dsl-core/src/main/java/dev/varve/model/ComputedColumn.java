package dev.varve.model;

/** A column that a table computes from others. */
public record ComputedColumn(ObjectId<Table> table, String name) {

    /** What messages call it. */
    @Override
    public String toString() {
        return "generated column " + name;
    }
}
