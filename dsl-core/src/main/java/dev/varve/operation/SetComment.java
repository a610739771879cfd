package dev.varve.operation;

import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Says something about an object or one of its columns, or nothing any more: {@code comment on table trading.orders is '...'}.
 *
 * @param column empty if it is about the object itself
 */
public record SetComment(ObjectId<?> on, String column, Optional<String> text) implements Operation {

    @Override
    public String description() {
        String what = column.isEmpty() ? on.toString() : "column " + column + " of " + on.name();
        return (text.isPresent() ? "comment on " : "remove the comment on ") + what;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(on);
    }

    @Override
    public List<Statement> statements(Database before) {
        return text.map(t -> new Comment(on, column, t).creation(before))
                .or(() -> before.find(Comment.id(on, column)).map(comment -> comment.removal(before)))
                .orElse(List.of());
    }

    @Override
    public Database after(Database before) {
        ObjectId<Comment> id = Comment.id(on, column);
        before.get(on);
        Database without = before.has(id) ? before.minus(id) : before;
        return text.map(t -> without.plus(new Comment(on, column, t))).orElse(without);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetComment(on, column, before.find(Comment.id(on, column)).map(Comment::text)));
    }
}
