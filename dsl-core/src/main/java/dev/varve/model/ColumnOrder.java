package dev.varve.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which order a partition has the columns of its table. PostgreSQL never moves a column, and the order of columns is no difference: one
 * order is equal to every other.
 *
 * @param columns their names; none if the order is that of what the partition is a part of. Columns that are not named come last.
 */
public record ColumnOrder(List<String> columns) {

    /** The order of what the partition is a part of. */
    public static final ColumnOrder OF_TABLE = new ColumnOrder(List.of());

    public ColumnOrder {
        columns = columns.stream().distinct().toList();
    }

    /** The order in which a table has its columns. */
    public static ColumnOrder of(Table table) {
        return new ColumnOrder(table.columns().stream().map(Column::name).toList());
    }

    /** Whether it is another order than that of what the partition is a part of. */
    public boolean isOwn() {
        return !columns.isEmpty();
    }

    /** Those columns in this order. */
    List<Column> of(List<Column> others) {
        List<String> order = new ArrayList<>(columns);
        others.stream().map(Column::name).filter(name -> !order.contains(name)).forEach(order::add);
        return others.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.name())))
                .toList();
    }

    /** The same order, or none if what the partition is a part of has that, too. */
    ColumnOrder beside(Table above) {
        return of(above.columns()).equals(above.columns()) ? OF_TABLE : this;
    }

    /** The same order of the columns that are still there. */
    ColumnOrder within(Table table) {
        return new ColumnOrder(columns.stream()
                .filter(name -> table.findColumn(name).isPresent())
                .toList());
    }

    ColumnOrder following(ObjectId<?> relation, Rename rename) {
        return new ColumnOrder(rename.followColumns(relation, columns));
    }

    /** Looks for names of columns that the partition does not have. */
    void check(Partition partition, Table above) {
        Set<String> unknown = new LinkedHashSet<>(columns);
        above.columns().forEach(column -> unknown.remove(column.name()));
        if (!unknown.isEmpty()) {
            throw new RefusedException(
                    partition.id(),
                    "The " + partition.id() + " has the columns of " + above.id() + ", and no \""
                            + unknown.iterator().next() + "\". Leave it out of the order.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnOrder;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** Nothing, because it makes no difference. */
    @Override
    public String toString() {
        return "";
    }
}
