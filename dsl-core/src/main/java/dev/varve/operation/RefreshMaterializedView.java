package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Computes the rows of a materialized view anew: {@code refresh materialized view trading.exposure}. */
public record RefreshMaterializedView(ObjectId<MaterializedView> view) implements Operation {

    @Override
    public String description() {
        return "refresh " + view;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(view);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(Sql.of("refresh materialized view {}", view.name()), LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        before.get(view);
        return before;
    }

    /** The rows follow from the data, so there is nothing to take back. */
    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
