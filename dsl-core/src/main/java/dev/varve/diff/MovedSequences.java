package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AlterObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SeparateSequence;
import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sequences of serial columns that are those of other columns in another state, as when somebody swaps two names or puts a copy of a table in
 * its place. They are let go first, so that they go on where they are and another column takes numbers from them.
 */
record MovedSequences(Database from, Database to) {

    private record Counting(Table table, Column column, Sequence sequence) {

        static Stream<Counting> in(Database state) {
            return state.objects(Table.class)
                    .flatMap(table -> table.columns().stream()
                            .flatMap(column -> column.sequenceOfSerial(table.id()).stream()
                                    .map(sequence -> new Counting(table, column, sequence))));
        }

        private Sequence.Owner owner() {
            return sequence.ownedBy().orElseThrow();
        }

        private Stream<Operation> letGo() {
            return Stream.of(new SeparateSequence(table.id(), column.name()), AlterObject.to(sequence.unowned()));
        }
    }

    List<Operation> operations() {
        Set<QualifiedName> counting = new HashSet<>();
        Set<Sequence.Owner> staying = new HashSet<>();
        Counting.in(to).forEach(one -> {
            counting.add(one.sequence().name());
            staying.add(one.owner());
        });
        return Counting.in(from)
                .filter(old -> counting.contains(old.sequence().name()) && !staying.contains(old.owner()))
                .flatMap(Counting::letGo)
                .toList();
    }
}
