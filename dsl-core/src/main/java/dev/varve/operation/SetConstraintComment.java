package dev.varve.operation;

import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Says something about a constraint, or nothing any more: {@code comment on constraint ck_orders_price on trading.orders is '...'}.
 */
public record SetConstraintComment(ObjectId<Table> table, String constraint, Optional<String> text)
        implements Operation {

    @Override
    public String description() {
        return (text.isPresent() ? "comment on constraint " : "remove the comment on constraint ") + constraint + " of "
                + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return text.map(t -> new ConstraintComment(table, constraint, t).creation(before))
                .or(() -> before.find(ConstraintComment.id(table, constraint)).map(comment -> comment.removal(before)))
                .orElse(List.of());
    }

    @Override
    public Database after(Database before) {
        before.get(table).constraint(constraint);
        ObjectId<ConstraintComment> id = ConstraintComment.id(table, constraint);
        Database without = before.has(id) ? before.minus(id) : before;
        return text.map(t -> without.plus(new ConstraintComment(table, constraint, t)))
                .orElse(without);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetConstraintComment(
                table,
                constraint,
                before.find(ConstraintComment.id(table, constraint)).map(ConstraintComment::text)));
    }
}
