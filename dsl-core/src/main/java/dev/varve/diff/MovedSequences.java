package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AlterObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SeparateSequence;
import dev.varve.operation.SetDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequences of serial columns that are those of other columns of the table in another state, as when somebody swaps two names: a sequence goes
 * on where it is, and only its column is another one.
 *
 * @param table the table with defaults that take numbers from them
 * @param operations what makes it so
 */
record MovedSequences(Table table, List<Operation> operations) {

    static MovedSequences between(Table from, Table to) {
        MovedSequences moved = new MovedSequences(from, List.of());
        for (Column old : from.columns()) {
            Optional<Sequence> sequence = old.sequenceOfSerial(from.id());
            if (sequence.isPresent()) {
                moved = moved.moving(old, sequence.get(), to);
            }
        }
        return moved;
    }

    private MovedSequences moving(Column old, Sequence sequence, Table to) {
        return to.columns().stream()
                .filter(column -> !column.name().equals(old.name()) && takes(column, sequence, to))
                .findFirst()
                .map(column -> moved(old, sequence, column))
                .orElse(this);
    }

    /** Whether a column is serial by it, and has no other value before. */
    private boolean takes(Column column, Sequence sequence, Table to) {
        return column.sequenceOfSerial(to.id())
                        .filter(other -> other.name().equals(sequence.name()))
                        .isPresent()
                && table.findColumn(column.name())
                        .filter(before ->
                                before.value().isEmpty() && before.type().equals(column.type()))
                        .isPresent();
    }

    private MovedSequences moved(Column old, Sequence sequence, Column column) {
        Optional<ColumnValue> next = Optional.of(new ColumnValue.Default(sequence.next()));
        List<Operation> all = new ArrayList<>(operations);
        all.add(new SeparateSequence(table.id(), old.name()));
        all.add(new SetDefault(table.id(), old.name(), Optional.empty()));
        all.add(AlterObject.to(sequence.unowned()));
        all.add(new SetDefault(table.id(), column.name(), Optional.of(sequence.next())));
        Table counting =
                table.alter(old.name(), c -> c.valued(Optional.empty())).alter(column.name(), c -> c.valued(next));
        return new MovedSequences(counting, all);
    }
}
