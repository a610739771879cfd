package dev.varve.introspect;

import dev.varve.model.ColumnNames;
import dev.varve.model.Options;
import dev.varve.model.View;
import dev.varve.operation.Operation;
import dev.varve.operation.RecreateObject;
import dev.varve.operation.ReplaceView;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Views. */
final class ViewType extends QueriedType<View> {

    ViewType() {
        super(View.class, "v");
    }

    /** Another query may have other columns, which PostgreSQL does not put in the place of those that are there. */
    @Override
    public List<Operation> change(View from, View to) {
        boolean isAltered = from.query().equals(to.query()) && from.columns().equals(to.columns());
        return isAltered ? List.of(new ReplaceView(to)) : List.of(new RecreateObject(to));
    }

    @Override
    View read(Row row, QualifiedName name, Query query) {
        return new View(name, query, ColumnNames.ofQuery(), Options.stored(row.texts("options")), defaults(row));
    }

    @Override
    View startingAs(Query first, View view) {
        return view.startingAs(first);
    }

    private static SortedMap<String, Expression> defaults(Row row) {
        List<String> columns = row.texts("defaulted");
        SortedMap<String, Expression> defaults = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            defaults.put(
                    columns.get(i), Expression.printed(row.texts("defaults").get(i)));
        }
        return defaults;
    }
}
