package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetSerial;
import dev.varve.sql.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sequences of columns, whose names nobody else can have. A sequence that has the name which PostgreSQL would choose for the one of a column
 * comes first, so that it chooses another; one that still numbers rows goes before its name is taken.
 *
 * @param kept the names of sequences that their tables did not have by themselves before anything was made
 */
record SequencesInTurn(Database current, Database wanted, Set<QualifiedName> kept) {

    /** The names of the sequences of columns for which PostgreSQL would choose other ones. */
    static Set<QualifiedName> keptNames(Database state) {
        return numbering(state, (column, table) -> column.numbered().flatMap(ColumnValue.Numbered::sequence))
                .collect(Collectors.toSet());
    }

    /** Looks whether an operation comes too early. */
    void check(Operation operation) {
        if (operation instanceof DropObject drop) {
            checkDrop(drop);
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Table table) {
            table.columns().forEach(column -> refuseBeforeSequence(table.id(), column));
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Sequence sequence) {
            checkMade(sequence);
        }
        if (operation instanceof AddColumn added) {
            refuseBeforeSequence(added.table(), added.column());
        }
        if (operation instanceof SetSerial numbered) {
            Column column = current.get(numbered.table()).column(numbered.column());
            numbered.serial()
                    .filter(serial -> column.sequenceOfSerial(numbered.table()).isEmpty())
                    .ifPresent(serial ->
                            refuseBeforeSequence(numbered.table(), column.valued(Optional.<ColumnValue>of(serial))));
        }
        if (operation instanceof SetIdentity numbered) {
            Column column = current.get(numbered.table()).column(numbered.column());
            numbered.identity()
                    .filter(identity -> column.identity().isEmpty())
                    .ifPresent(identity ->
                            refuseBeforeSequence(numbered.table(), column.valued(Optional.<ColumnValue>of(identity))));
        }
    }

    private void refuseBeforeSequence(ObjectId<Table> table, Column column) {
        column.sequence(table.name()).map(Sequence::id).filter(wanted::has).ifPresent(current::get);
        column.sequenceOfSerial(table)
                .map(Sequence::id)
                .filter(current::has)
                .ifPresent(SequencesInTurn::refuseNumbering);
        boolean isChosen =
                column.numbered().flatMap(ColumnValue.Numbered::sequence).isPresent();
        column.sequence(table.name())
                .filter(sequence -> (isChosen || kept.contains(sequence)) && isNumbering(sequence))
                .ifPresent(sequence -> refuseNumbering(Sequence.id(sequence)));
    }

    private boolean isNumbering(QualifiedName sequence) {
        return numbering(current, (column, table) -> column.sequence(table.name()))
                .anyMatch(sequence::equals);
    }

    /** A sequence that will be that of a serial column becomes it, and is not dropped before. */
    private void checkDrop(DropObject drop) {
        current.find(drop.id())
                .filter(Sequence.class::isInstance)
                .filter(sequence -> numbering(
                                wanted,
                                (column, table) ->
                                        column.sequenceOfSerial(table).map(Sequence::name))
                        .anyMatch(sequence.id().name()::equals))
                .ifPresent(sequence -> refuseNumbering(sequence.id()));
    }

    /** The sequence of a serial column may become that object. */
    private void checkMade(Sequence sequence) {
        if (isNumbering(sequence.name())) {
            refuseNumbering(sequence.id());
        }
    }

    private static Stream<QualifiedName> numbering(
            Database state, BiFunction<Column, ObjectId<Table>, Optional<QualifiedName>> sequence) {
        return state.objects(Table.class)
                .flatMap(table ->
                        table.columns().stream().flatMap(column -> sequence.apply(column, table.id()).stream()));
    }

    private static void refuseNumbering(ObjectId<?> sequence) {
        throw new RefusedException(sequence, "The " + sequence + " numbers the rows of its table.");
    }
}
