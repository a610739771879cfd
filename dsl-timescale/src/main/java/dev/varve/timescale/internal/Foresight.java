package dev.varve.timescale.internal;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets TimescaleDB look at the queries of continuous aggregates that are to come, as long as what they select from is there already and
 * nothing changes it before.
 */
final class Foresight {

    /** The first 2.minor that looks at a query without making anything. */
    private static final int SINCE = 13;

    private static final String SQL = """
            select is_valid, concat_ws('. ', error_message, rtrim(error_detail, '.'), rtrim(error_hint, '.')) as reason
            from _timescaledb_functions.cagg_validate_query(?)""";

    private final Catalog catalog;
    private final Set<ObjectId<?>> touched = new HashSet<>();

    private Foresight(Catalog catalog) {
        this.catalog = catalog;
    }

    static void of(Catalog catalog, List<Operation> coming, Database before) {
        TimescaleEdition edition = TimescaleEdition.of(before);
        boolean looks = edition.isInstalled()
                && edition.license() == TimescaleEdition.License.COMMUNITY
                && edition.version().atLeast(SINCE);
        if (looks) {
            new Foresight(catalog).look(coming, before);
        }
    }

    private void look(List<Operation> coming, Database before) {
        Database state = before;
        for (Operation operation : coming) {
            if (operation instanceof ExecuteSql) {
                return; // nobody knows what it changes
            }
            if (operation instanceof CreateContinuousAggregate creating) {
                look(creating.aggregate(), state);
            }
            Footprint footprint = operation.footprint();
            touched.addAll(footprint.requires());
            touched.addAll(footprint.provides());
            touched.addAll(footprint.removes());
            state = operation.after(state);
        }
    }

    private void look(ContinuousAggregate aggregate, Database state) {
        if (!Collections.disjoint(aggregate.requires(state), touched)) {
            return;
        }
        String query = aggregate.runnable(state).text();
        for (String reason : catalog.query(SQL, Foresight::refusal, query)) {
            if (!reason.isEmpty()) {
                throw new RefusedException(
                        aggregate.id(), "The server would refuse the query of " + aggregate.id() + ": " + reason + ".");
            }
        }
    }

    private static String refusal(Row row) {
        return row.is("is_valid") ? "" : row.text("reason");
    }
}
