package dev.varve.dsl;

import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

/** The names of columns that are written as fields of a model. */
final class ModelColumns {

    private ModelColumns() {}

    /**
     * The names of columns of a table.
     *
     * @throws IllegalArgumentException if one of them is a column of another table
     */
    static List<String> of(QualifiedName table, List<? extends TableField<?, ?>> fields) {
        List<String> names = new ArrayList<>();
        for (TableField<?, ?> field : fields) {
            QualifiedName holder = name(field.getTable());
            if (!holder.equals(table)) {
                throw new IllegalArgumentException("Column \"" + field.getName() + "\" is one of " + holder
                        + ", and cannot be in a key or index of " + table + ". Name a column of " + table + '.');
            }
            names.add(field.getName());
        }
        return names;
    }

    private static QualifiedName name(Table<?> table) {
        return QualifiedName.of(
                table.getSchema() == null ? "" : table.getSchema().getName(), table.getName());
    }

    static List<TableField<?, ?>> all(TableField<?, ?> first, TableField<?, ?>... more) {
        List<TableField<?, ?>> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all;
    }
}
