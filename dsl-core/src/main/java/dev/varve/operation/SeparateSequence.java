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
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Makes the sequence of a serial column an object of its own, so that it can count further than the column does. To
 * PostgreSQL nothing changes: the column has the same default, and the sequence belongs to it and goes on where it is.
 */
public record SeparateSequence(ObjectId<Table> table, String column) implements Operation {

    @Override
    public String description() {
        return "separate the sequence of column " + column + " of " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    private Column current(Database before) {
        return before.get(table).column(column);
    }

    private Sequence sequence(Database before) {
        return current(before)
                .sequenceOfSerial(table)
                .orElseThrow(() -> new RefusedException(
                        table,
                        "Column \"" + column + "\" of " + table + " is not serial and has no sequence to separate."));
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(owning(sequence(before)));
    }

    /** What is so already, said again. */
    static Statement owning(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy().orElseThrow();
        return Statement.of(
                Sql.of(
                        "alter sequence {} owned by {}.{}",
                        sequence.name(),
                        owner.table().name(),
                        Identifier.of(owner.column())),
                LockMode.SHARE_ROW_EXCLUSIVE);
    }

    @Override
    public Database after(Database before) {
        Sequence sequence = sequence(before);
        List<Privileges> rights = SetIdentity.held(table, column, before);
        Optional<ColumnValue> next = Optional.of(new ColumnValue.Default(sequence.next()));
        // the default uses the sequence only if that is there before
        Database apart = valued(valued(before, Optional.empty()).plus(sequence), next);
        for (Privileges given : privileges(sequence, apart)) {
            apart = apart.minus(given.id());
        }
        for (Privileges right : rights) {
            apart = apart.plus(new Privileges(sequence.id(), "", false, right.grantee(), right.held(), right.turn()));
        }
        Optional<SequenceComment> comment = before.find(SequenceComment.id(table, column));
        return comment.isPresent()
                ? apart.plus(new Comment(sequence.id(), "", comment.get().text()))
                : apart;
    }

    private Database valued(Database database, Optional<ColumnValue> value) {
        return database.alter(table, t -> t.alter(column, c -> c.valued(value)));
    }

    /** What is granted on a sequence that is an object of its own. */
    static List<Privileges> privileges(Sequence sequence, Database database) {
        return database.owned(sequence.id()).stream()
                .filter(Privileges.class::isInstance)
                .map(Privileges.class::cast)
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new JoinSequence(
                table, column, (ColumnValue.Serial) current(before).value().orElseThrow()));
    }
}
