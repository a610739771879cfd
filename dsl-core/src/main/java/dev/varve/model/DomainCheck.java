package dev.varve.model;

import dev.varve.sql.Expression;

/**
 * A condition that the values of a domain meet.
 *
 * @param validated whether the values that were there before it are known to meet it, too
 */
public record DomainCheck(Expression condition, boolean validated) {

    /** A condition that all values meet. */
    public static DomainCheck of(Expression condition) {
        return new DomainCheck(condition, true);
    }

    /** The same condition, met by what was there before it or not. */
    public DomainCheck validated(boolean met) {
        return new DomainCheck(condition, met);
    }

    DomainCheck saying(Expression other) {
        return new DomainCheck(other, validated);
    }

    DomainCheck following(ObjectId<Domain> domain, Rename rename) {
        return saying(rename.follow(domain, condition));
    }
}
