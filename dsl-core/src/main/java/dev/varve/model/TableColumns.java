package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The columns of a table by their names: how one is found, added, changed and taken away. */
record TableColumns(Table table) {

    Optional<Column> find(String name) {
        return all().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * The column of that name.
     *
     * @throws UnknownObjectException if there is none
     */
    Column get(String name) {
        return find(name).orElseThrow(() -> new UnknownObjectException(table.id(), name, table.columnNames()));
    }

    /**
     * The table with one more column, the last.
     *
     * @throws RefusedException if there is one of that name
     */
    Table plus(Column column) {
        if (find(column.name()).isPresent()) {
            throw new RefusedException(
                    table.id(), "Column \"" + column.name() + "\" already exists in " + table.id() + ".");
        }
        refuseTaken(column);
        return table.withColumns(Stream.concat(all(), Stream.of(column)).toList());
    }

    /** A column that was called otherwise once keeps a sequence by the old name. */
    private void refuseTaken(Column column) {
        Optional<QualifiedName> wanted = column.numbered().flatMap(ColumnValue.Numbered::sequence);
        all().filter(other -> !other.name().equals(column.name())
                        && wanted.isPresent()
                        && wanted.equals(other.sequence(table.name())))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            table.id(),
                            "The sequence " + wanted.get() + " numbers the rows of " + table.id() + " in column \""
                                    + other.name() + "\" already. Give column \"" + column.name()
                                    + "\" another one.");
                });
    }

    /** The table without a column and the constraints that lean on it. */
    Table minus(String name) {
        get(name);
        return table.withColumns(
                        all().filter(column -> !column.name().equals(name)).toList())
                .withConstraints(table.constraints().values().stream()
                        .filter(constraint -> !constraint.uses(name))
                        .toList());
    }

    /** The table with a column changed. */
    Table altering(String name, UnaryOperator<Column> change) {
        refuseTaken(change.apply(get(name)));
        return table.withColumns(all().map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }

    private Stream<Column> all() {
        return table.columns().stream();
    }
}
