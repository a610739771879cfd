package dev.varve.dsl;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.TableField;

/**
 * Columns of a model with the columns of another model that they reference, pair by pair of one Java type: {@code matching(site, RACKS.site).and(rack,
 * RACKS.number)}.
 *
 * @param columns those that reference
 * @param referenced those that are referenced, in the same order
 */
public record MatchingColumns(List<TableField<?, ?>> columns, List<TableField<?, ?>> referenced) {

    /** Columns that cannot be changed any more. */
    public MatchingColumns {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    static <T> MatchingColumns of(TableField<?, T> column, TableField<?, T> referenced) {
        return new MatchingColumns(List.of(column), List.of(referenced));
    }

    /** These and one pair more. */
    public <T> MatchingColumns and(TableField<?, T> column, TableField<?, T> target) {
        return new MatchingColumns(
                Stream.concat(columns.stream(), Stream.of(column)).toList(),
                Stream.concat(referenced.stream(), Stream.of(target)).toList());
    }

    /**
     * The reference to the other model.
     *
     * @throws IllegalArgumentException if the referenced columns are not those of one model
     */
    Reference reference() {
        if (referenced.get(0).getTable() instanceof TableModel<?> model) {
            return new Reference(model, ModelColumns.of(model.id().name(), referenced));
        }
        throw new IllegalArgumentException("The column " + referenced.get(0)
                + " is none of a model. Say foreignKey(\"column\", reference(table(\"name\"), \"column\")).");
    }
}
