package dev.varve.dsl;

import dev.varve.sql.QualifiedName;
import java.util.List;

/** A table of PostgreSQL as it is written. */
public final class PlainTable extends TableSpec<PlainTable> implements Alterable<PlainAlteration> {

    private PlainTable(QualifiedName name, List<TableClause> clauses) {
        super(name, clauses);
    }

    static PlainTable of(String name) {
        return new PlainTable(QualifiedName.of("public", name), List.of());
    }

    @Override
    protected PlainTable copy(QualifiedName otherName, List<TableClause> otherClauses) {
        return new PlainTable(otherName, otherClauses);
    }

    @Override
    public PlainAlteration alteration(Changes changes) {
        return new PlainAlteration(this, changes);
    }
}
