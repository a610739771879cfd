package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.RefusedException;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceComment;
import dev.varve.model.Table;
import dev.varve.model.Unlogged;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column serial by the sequence from which its default takes numbers and which belongs to nothing else. The sequence goes on where it
 * is, and counts as the column is to count.
 */
public record JoinSequence(ObjectId<Table> table, String column, ColumnValue.Serial serial) implements Operation {

    /** What makes a column serial by a sequence that differs in nothing from the one of a serial column: PostgreSQL does not tell them apart. */
    public static Optional<JoinSequence> alike(Sequence sequence, Database database) {
        return sequence.ownedBy()
                .filter(owner -> isAlike(sequence, owner, database))
                .map(owner ->
                        new JoinSequence(Table.id(owner.table().name()), owner.column(), serial(sequence, owner)));
    }

    /** With the automatic name it has none. */
    private static ColumnValue.Serial serial(Sequence sequence, Sequence.Owner owner) {
        ColumnValue.Serial named = new ColumnValue.Serial(sequence.options(), Optional.of(sequence.name()));
        return (ColumnValue.Serial) Column.of(owner.column(), sequence.type())
                .valued(Optional.of(named))
                .in(owner.table().name())
                .value()
                .orElseThrow();
    }

    /** A sequence that was made by itself is logged, also where it belongs to a table that is not, whose serial columns have others. */
    private static boolean isAlike(Sequence sequence, Sequence.Owner owner, Database database) {
        return database.get(owner.table()) instanceof Table table && isAlike(sequence, table, owner.column());
    }

    private static boolean isAlike(Sequence sequence, Table table, String owner) {
        Column column = table.column(owner);
        return table.facet(Unlogged.class).isEmpty()
                && column.type().equals(sequence.type())
                && column.value()
                        .flatMap(ColumnValue::defaultExpression)
                        .filter(sequence.next()::equals)
                        .isPresent();
    }

    @Override
    public String description() {
        return "join the sequence of column " + column + " of " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    private Sequence wanted(Database before) {
        return before.get(table)
                .column(column)
                .valued(Optional.of(serial))
                .sequenceOfSerial(table)
                .orElseThrow();
    }

    private Sequence old(Database before) {
        Sequence wanted = wanted(before);
        Optional<Sequence> old = before.find(wanted.id())
                .filter(s -> s.ownedBy().isEmpty() || s.ownedBy().equals(wanted.ownedBy()));
        Column current = before.get(table).column(column);
        return old.filter(s -> current.value()
                        .flatMap(ColumnValue::defaultExpression)
                        .filter(s.next()::equals)
                        .isPresent())
                .orElseThrow(
                        () -> new RefusedException(
                                table,
                                "Column \"" + column + "\" of " + table + " cannot become serial by the sequence "
                                        + wanted.name()
                                        + ": that may not belong to another column, and has to be where its default takes numbers from."));
    }

    @Override
    public List<Statement> statements(Database before) {
        Sequence old = old(before);
        Sequence wanted = wanted(before);
        List<Statement> statements = new ArrayList<>(List.of(SeparateSequence.owning(wanted)));
        statements.addAll(
                wanted.alteration(old.ownedBy(wanted.ownedBy()), before).orElseThrow());
        return statements;
    }

    private static Optional<Comment> comment(Sequence sequence, Database before) {
        return before.find(Comment.id(sequence.id(), ""));
    }

    @Override
    public Database after(Database before) {
        Sequence old = old(before);
        List<Privileges> rights = SeparateSequence.privileges(old, before);
        Database joined = before.around(
                others(old, before),
                state -> state.alter(table, t -> t.alter(column, c -> c.valued(Optional.of(serial))))
                        .minus(old.id()));
        for (Privileges given : SetIdentity.held(table, column, joined)) {
            joined = joined.minus(given.id());
        }
        for (Privileges right : rights) {
            joined = joined.plus(new Privileges(table, column, true, right.grantee(), right.held(), right.turn()));
        }
        Optional<Comment> comment = comment(old, before);
        return comment.isPresent()
                ? joined.plus(new SequenceComment(table, column, comment.get().text()))
                : joined;
    }

    /** Defaults of other tables take numbers from it by its name, whoever has it. */
    private List<ObjectId<?>> others(Sequence old, Database before) {
        return before.users(old.id()).stream()
                .filter(user -> !user.equals(table)
                        && before.get(user).owner().filter(old.id()::equals).isEmpty())
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        return new Reversal.Exact(List.of(new SeparateSequence(table, column), AlterObject.to(old(before))));
    }
}
