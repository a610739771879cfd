package dev.varve.model;

import dev.varve.sql.Expression;
import java.util.Optional;

/**
 * A condition of a domain, in which {@code value} is what is checked.
 *
 * @param validated whether the values that were there when it came are known to meet it
 * @param comment what is said of it
 */
public record DomainCheck(Expression condition, boolean validated, Optional<String> comment) {

    public DomainCheck {
        comment = comment.filter(text -> !text.isEmpty()); // PostgreSQL takes an empty comment for none
    }

    /** A condition of which nothing is said. */
    public DomainCheck(Expression condition, boolean validated) {
        this(condition, validated, Optional.empty());
    }

    /** A condition that all values meet. */
    public static DomainCheck of(Expression condition) {
        return new DomainCheck(condition, true);
    }

    /** The same condition, known to be met or not. */
    public DomainCheck validated(boolean known) {
        return new DomainCheck(condition, known, comment);
    }

    /** The same condition, of which that is said. */
    public DomainCheck commented(Optional<String> text) {
        return new DomainCheck(condition, validated, text);
    }

    DomainCheck saying(Expression other) {
        return new DomainCheck(other, validated, comment);
    }

    DomainCheck following(ObjectId<?> domain, Rename rename) {
        return saying(rename.follow(domain, condition));
    }

    boolean isButForComment(DomainCheck other) {
        return commented(Optional.empty()).equals(other.commented(Optional.empty()));
    }
}
