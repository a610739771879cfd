package dev.varve.operation;

import dev.varve.model.ConstraintIndexComment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Says something about the index of a constraint, or nothing any more: {@code comment on index trading.uq_orders_code is '...'}.
 *
 * @param relation the table or partition that has the constraint
 */
public record SetConstraintIndexComment(ObjectId<?> relation, String constraint, Optional<String> text)
        implements Operation {

    private ObjectId<ConstraintIndexComment> id() {
        return ConstraintIndexComment.id(relation, constraint);
    }

    @Override
    public String description() {
        return (text.isPresent()
                        ? "comment on the index of constraint "
                        : "remove the comment on the index of constraint ")
                + constraint + " of " + relation.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> statements(Database before) {
        return text.map(t -> new ConstraintIndexComment(relation, constraint, t).creation(before))
                .or(() -> before.find(id()).map(comment -> comment.removal(before)))
                .orElse(List.of());
    }

    @Override
    public Database after(Database before) {
        ConstraintIndexComment.checkIndex(relation, constraint, before);
        Database without = before.has(id()) ? before.minus(id()) : before;
        return text.map(t -> without.plus(new ConstraintIndexComment(relation, constraint, t)))
                .orElse(without);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetConstraintIndexComment(
                relation, constraint, before.find(id()).map(ConstraintIndexComment::text)));
    }
}
