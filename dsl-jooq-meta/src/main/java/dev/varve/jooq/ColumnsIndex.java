package dev.varve.jooq;

import dev.varve.model.Index;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SortOrder;
import org.jooq.meta.AbstractIndexDefinition;
import org.jooq.meta.DefaultIndexColumnDefinition;
import org.jooq.meta.IndexColumnDefinition;
import org.jooq.meta.TableDefinition;

/** An index over columns as the generator takes it. */
final class ColumnsIndex extends AbstractIndexDefinition {

    private final Index index;

    ColumnsIndex(Index index, TableDefinition table) {
        super(table.getSchema(), index.name().name(), table, index.unique());
        this.index = index;
    }

    @Override
    protected List<IndexColumnDefinition> getIndexColumns0() {
        List<IndexColumnDefinition> columns = new ArrayList<>();
        List<String> names = index.keyColumns().toList();
        for (int i = 0; i < names.size(); i++) {
            SortOrder order = index.keys().get(i).descending() ? SortOrder.DESC : SortOrder.ASC;
            columns.add(new DefaultIndexColumnDefinition(this, getTable().getColumn(names.get(i)), order, i + 1));
        }
        return columns;
    }
}
