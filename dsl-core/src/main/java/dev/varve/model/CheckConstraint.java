package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Likeness;
import dev.varve.sql.Sql;
import java.util.stream.Stream;

/**
 * A condition on the values of one row.
 *
 * @param inherited whether tables that inherit from this one have it too
 */
public record CheckConstraint(String name, Expression condition, boolean inherited, Enforcement enforcement)
        implements Constraint {

    /** A condition on all rows of the table and its heirs. */
    public CheckConstraint(String name, Expression condition) {
        this(name, condition, true, Enforcement.ENFORCED);
    }

    @Override
    public Stream<String> columns() {
        return Stream.empty();
    }

    @Override
    public Stream<Expression> expressions() {
        return Stream.of(condition);
    }

    @Override
    public Sql definition() {
        String words = inherited ? "check ({}){}" : "check ({}) no inherit{}";
        return Sql.of(words, condition, Sql.raw(enforcement.clause()));
    }

    @Override
    public CheckConstraint named(String other) {
        return new CheckConstraint(other, condition, inherited, enforcement);
    }

    @Override
    public CheckConstraint enforcing(Enforcement other) {
        return new CheckConstraint(name, condition, inherited, other);
    }

    @Override
    public boolean mayBe(Constraint other) {
        return other instanceof CheckConstraint check
                && condition.likeness(check.condition) != Likeness.DIFFERENT
                && new CheckConstraint(name, check.condition, inherited, enforcement).equals(check);
    }

    @Override
    public CheckConstraint inheriting(boolean other) {
        return new CheckConstraint(name, condition, other, enforcement);
    }

    @Override
    public CheckConstraint following(ObjectId<?> table, Rename rename) {
        return new CheckConstraint(name, rename.follow(table, condition), inherited, enforcement);
    }
}
