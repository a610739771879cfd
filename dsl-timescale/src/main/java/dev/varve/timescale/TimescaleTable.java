package dev.varve.timescale;

import dev.varve.dsl.Alterable;
import dev.varve.dsl.Changes;
import dev.varve.dsl.TableClause;
import dev.varve.dsl.TableSpec;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.RangeDimension;
import java.util.List;

/** A table of a database with TimescaleDB as it is written; it may become a hypertable. */
public final class TimescaleTable extends TableSpec<TimescaleTable> implements Alterable<TimescaleAlteration> {

    private TimescaleTable(QualifiedName name, List<TableClause> clauses) {
        super(name, clauses);
    }

    static TimescaleTable of(String name) {
        return new TimescaleTable(QualifiedName.of("public", name), List.of());
    }

    @Override
    protected TimescaleTable copy(QualifiedName otherName, List<TableClause> otherClauses) {
        return new TimescaleTable(otherName, otherClauses);
    }

    /** Makes it a hypertable, cut into chunks by time and perhaps spread by hashes. */
    public HypertableSpec hypertable(RangeDimension time, Dimension... others) {
        TimescaleTable partitioned = with(new TimescaleClause.Partitioned(new Hypertable(time, List.of(others))));
        return new HypertableSpec(partitioned.name(), partitioned.clauses());
    }

    @Override
    public TimescaleAlteration alteration(Changes changes) {
        return new TimescaleAlteration(this, changes);
    }
}
