package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comment on the sequence by which a column numbers rows, an identity or serial: {@code comment on sequence trading.orders_id_seq is
 * '...'}.
 */
public record SequenceComment(ObjectId<Table> on, String column, String text) implements OnSequence {

    public SequenceComment {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("PostgreSQL takes an empty comment for none; drop the comment instead.");
        }
    }

    /** The id of the comment on the sequence of a column. */
    public static ObjectId<SequenceComment> id(ObjectId<Table> on, String column) {
        return new ObjectId<>(SequenceComment.class, on.name(), '.' + column);
    }

    @Override
    public ObjectId<SequenceComment> id() {
        return id(on, column);
    }

    @Override
    public Optional<String> columnOfSequence() {
        return Optional.of(column);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(on);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public boolean vanishesWith(String ofOwner, Database database) {
        return column.equals(ofOwner);
    }

    @Override
    public void check(Database database) {
        sequence(database);
    }

    private QualifiedName sequence(Database database) {
        return database.get(on)
                .column(column)
                .sequence(on.name())
                .orElseThrow(() -> new RefusedException(
                        on,
                        "Column \"" + column + "\" of " + on
                                + " numbers no rows, neither as an identity nor as a serial"
                                + " one, so that it has no sequence of its own. Say commentOnColumn(...), or comment on the"
                                + " sequence that its default calls."));
    }

    @Override
    public SequenceComment following(Rename rename) {
        return new SequenceComment(rename.follow(on), rename.followColumn(on, column), text);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(commentOn(database, Literal.text(text).sql()));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(commentOn(database, "null"));
    }

    private Statement commentOn(Database database, String value) {
        Sql sql = Sql.of("comment on sequence {} is {}", sequence(database), Sql.raw(value));
        return Statement.of(sql, LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
