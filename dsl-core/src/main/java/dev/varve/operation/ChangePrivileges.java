package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Ownership;
import dev.varve.model.Privileges;
import dev.varve.model.RefusedException;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Grants privileges on an object, or on one of its columns, to a role, or revokes them: {@code grant select on table trading.orders to
 * clerks}.
 *
 * @param column empty if they are on the whole object
 * @param ofSequence whether they are on the sequence that numbers rows by the column, and not on the column
 * @param grantee the name of a role, {@code public} for everybody, or {@link Privileges#OWNER}
 * @param privileges their names, such as {@code SELECT}; {@code ALL} for all that there are
 */
public record ChangePrivileges(
        ObjectId<?> on, String column, boolean ofSequence, String grantee, Verb verb, Set<String> privileges)
        implements Operation {

    /** What happens to the privileges. */
    public enum Verb {
        /** The role has them. */
        GRANT,
        /** The role has them and may grant them. */
        GRANT_WITH_OPTION,
        /** The role may grant them no more. */
        REVOKE_OPTION,
        /** The role has them no more. */
        REVOKE
    }

    /** Grants privileges on an object or on one of its columns, or revokes them. */
    public ChangePrivileges(ObjectId<?> on, String column, String grantee, Verb verb, Set<String> privileges) {
        this(on, column, false, grantee, verb, privileges);
    }

    public ChangePrivileges {
        privileges = new TreeSet<>(
                privileges.stream().map(p -> p.toUpperCase(Locale.ROOT)).toList());
    }

    @Override
    public String description() {
        String words = verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String what = String.join(", ", privileges).toLowerCase(Locale.ROOT);
        String part = ofSequence ? "the sequence of column " : "column ";
        String where = column.isEmpty() ? on.toString() : part + column + " of " + on;
        return words + ' ' + what + " on " + where + (verb.name().startsWith("GRANT") ? " to " : " from ")
                + (grantee.equals(Privileges.OWNER) ? "its owner" : grantee);
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(on);
    }

    /** A role that owns the object is meant as the owner, as PostgreSQL means it. */
    private Privileges old(Database before) {
        boolean owner = before.find(Ownership.id(on))
                .filter(ownership -> ownership.role().equals(grantee))
                .isPresent();
        return new Privileges(on, column, ofSequence, owner ? Privileges.OWNER : grantee, new TreeMap<>()).in(before);
    }

    private Privileges changed(Database before) {
        Set<String> meant = meant(before);
        return switch (verb) {
            case GRANT -> old(before).granting(meant, false);
            case GRANT_WITH_OPTION -> old(before).granting(meant, true);
            case REVOKE_OPTION -> old(before).notGrantable(meant);
            case REVOKE -> old(before).revoking(meant);
        };
    }

    private Set<String> meant(Database before) {
        if (!privileges.contains("ALL")) {
            return privileges;
        }
        boolean isColumn = !column.isEmpty() && !ofSequence;
        return isColumn ? Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES") : known(before);
    }

    private Set<String> known(Database before) {
        return new Privileges(on, column, ofSequence, grantee, new TreeMap<>()).known(before);
    }

    @Override
    public List<Statement> statements(Database before) {
        return changed(before).since(old(before), before);
    }

    @Override
    public Database after(Database before) {
        refuseUnknown(before);
        Privileges changed = changed(before);
        Database checked = before.plus(changed.inTurn(before));
        return changed.isInitial(before) ? checked.minus(changed.id()) : checked;
    }

    private void refuseUnknown(Database before) {
        Set<String> known = known(before);
        for (String privilege : meant(before)) {
            if (!known.contains(privilege)) {
                throw new RefusedException(
                        on,
                        "There is no privilege " + privilege.toLowerCase(Locale.ROOT) + " on "
                                + (ofSequence ? "the sequence of " + on.name() + '.' + column : on) + "; there are "
                                + String.join(", ", known).toLowerCase(Locale.ROOT) + ".");
            }
        }
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetPrivileges(old(before)));
    }
}
