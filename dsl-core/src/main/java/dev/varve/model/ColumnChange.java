package dev.varve.model;

import dev.varve.sql.Statement;
import java.util.List;

/** A column of a table that becomes another one in its place. */
public record ColumnChange(Table table, Column from, Column to) {

    /** Whether it gets another type. */
    public boolean isOfType() {
        return !from.type().equals(to.type());
    }

    /** The statements that change it, with what has to stand around them on account of the facts about the table. */
    public List<Statement> surrounded(List<Statement> statements, Database database) {
        List<Statement> all = statements;
        for (Facet facet : table.facets().values()) {
            all = facet.around(this, all, database);
        }
        return all;
    }
}
