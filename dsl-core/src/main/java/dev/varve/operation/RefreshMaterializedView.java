package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Computes the rows of a materialized view anew, or throws them away: {@code refresh materialized view trading.exposure}. */
public record RefreshMaterializedView(ObjectId<MaterializedView> view, Manner manner) implements Operation {

    /** How it is refreshed. */
    public enum Manner {
        /** While nobody reads it. */
        PLAIN("refresh materialized view {}", LockMode.ACCESS_EXCLUSIVE),
        /** While it is read, which takes longer; it has to be filled and to have a unique index over columns and all rows. */
        CONCURRENTLY("refresh materialized view concurrently {}", LockMode.EXCLUSIVE),
        /** Without rows, so that it cannot be read before it is refreshed again. */
        WITH_NO_DATA("refresh materialized view {} with no data", LockMode.ACCESS_EXCLUSIVE);

        private final String sql;
        private final LockMode lock;

        Manner(String sql, LockMode lock) {
            this.sql = sql;
            this.lock = lock;
        }
    }

    /** Computes the rows of a materialized view anew while nobody reads it. */
    public RefreshMaterializedView(ObjectId<MaterializedView> view) {
        this(view, Manner.PLAIN);
    }

    @Override
    public String description() {
        return "refresh " + view
                + (manner == Manner.PLAIN
                        ? ""
                        : ' ' + manner.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(view);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(Sql.of(manner.sql, view.name()), manner.lock));
    }

    @Override
    public Database after(Database before) {
        before.get(view);
        if (manner == Manner.CONCURRENTLY
                && before.owned(view).stream().noneMatch(RefreshMaterializedView::tellsRowsApart)) {
            throw new RefusedException(
                    view,
                    "The " + view
                            + " cannot be refreshed concurrently: it has no unique index over columns and all rows."
                            + " Add one, or refresh it plainly.");
        }
        return before;
    }

    private static boolean tellsRowsApart(dev.varve.model.SchemaObject owned) {
        return owned instanceof Index index && index.isUniqueOverColumns();
    }

    /** The rows follow from the data, so there is nothing to take back but that there are none. */
    @Override
    public Reversal reversal(Database before) {
        return manner == Manner.WITH_NO_DATA
                ? Reversal.Exact.by(new RefreshMaterializedView(view))
                : Reversal.Exact.by();
    }
}
