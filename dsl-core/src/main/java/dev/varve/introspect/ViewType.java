package dev.varve.introspect;

import dev.varve.model.ColumnNames;
import dev.varve.model.Options;
import dev.varve.model.View;
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

    @Override
    View read(Row row, QualifiedName name, Query query) {
        return new View(name, query, ColumnNames.ofQuery(), Options.stored(row.texts("options")), defaults(row));
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
