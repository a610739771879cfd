package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.RefusedException;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column serial by the sequence from which its default takes numbers and which belongs to nothing else. The sequence goes on where it
 * is; it counts as the column is to count, and loses its comment, which a serial column has no place for.
 */
public record JoinSequence(ObjectId<Table> table, String column, ColumnValue.Serial serial) implements Operation {

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
        comment(old, before)
                .ifPresent(comment ->
                        statements.addAll(new SetComment(old.id(), "", Optional.empty()).statements(before)));
        return statements;
    }

    private static Optional<Comment> comment(Sequence sequence, Database before) {
        return before.find(Comment.id(sequence.id(), ""));
    }

    @Override
    public Database after(Database before) {
        Sequence old = old(before);
        List<Privileges> rights = SeparateSequence.privileges(old, before);
        Database joined = before.alter(table, t -> t.alter(column, c -> c.valued(Optional.of(serial))))
                .minus(old.id());
        for (Privileges given : SetIdentity.held(table, column, joined)) {
            joined = joined.minus(given.id());
        }
        for (Privileges right : rights) {
            joined = joined.plus(new Privileges(table, column, true, right.grantee(), right.held()));
        }
        return joined;
    }

    @Override
    public Reversal reversal(Database before) {
        Sequence old = old(before);
        List<Operation> back = new ArrayList<>(List.of(new SeparateSequence(table, column), AlterObject.to(old)));
        comment(old, before).ifPresent(comment -> back.add(new SetComment(old.id(), "", Optional.of(comment.text()))));
        return new Reversal.Exact(back);
    }
}
