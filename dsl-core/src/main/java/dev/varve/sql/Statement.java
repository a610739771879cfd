package dev.varve.sql;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * SQL that is ready to send, with what must be known to send it.
 *
 * @param sql the text of exactly one statement, without a semicolon
 * @param lock the strongest lock that it takes on a relation that existed before
 * @param hazards what makes it dangerous on a busy table
 * @param session the options of a session of its own, of which it must be the first statement; empty if any session will do
 * @param recovery present exactly if PostgreSQL refuses the statement inside a transaction: how to go on after its run was cut off
 */
public record Statement(
        Sql sql, LockMode lock, Set<Hazard> hazards, Optional<String> session, Optional<Recovery> recovery) {

    public Statement {
        hazards = Set.copyOf(hazards);
    }

    /** A statement that may share a transaction with others. */
    public static Statement of(Sql sql, LockMode lock, Hazard... hazards) {
        Set<Hazard> set = EnumSet.noneOf(Hazard.class);
        set.addAll(Set.of(hazards));
        return new Statement(sql, lock, set, Optional.empty(), Optional.empty());
    }

    /** A statement that PostgreSQL runs only outside a transaction. */
    public static Statement alone(Sql sql, LockMode lock, Recovery recovery) {
        return new Statement(sql, lock, Set.of(), Optional.empty(), Optional.of(recovery));
    }

    /**
     * A statement that must be the first one of a session, outside a transaction.
     *
     * @param options those with which the session is opened, such as {@code -c jit=off}
     */
    public static Statement first(Sql sql, LockMode lock, String options, Recovery recovery) {
        return new Statement(sql, lock, Set.of(), Optional.of(options), Optional.of(recovery));
    }

    /** The same statement, for which another one stands where it is only asked whether a revision is still the same. */
    public Statement canonically(Statement other) {
        return new Statement(sql.canonically(other.sql), lock, hazards, session, recovery);
    }

    /** Whether PostgreSQL takes it inside a transaction. */
    public boolean transactional() {
        return recovery.isEmpty();
    }

    @Override
    public String toString() {
        return sql.text();
    }
}
