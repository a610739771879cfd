package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Ownership;
import dev.varve.model.Privileges;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives an object to another role: {@code alter table trading.orders owner to clerks}.
 *
 * @param role the one that runs the migrations if empty
 */
public record SetOwner(ObjectId<?> on, Optional<String> role) implements Operation {

    @Override
    public String description() {
        return "give " + on + " to " + role.orElse("the role that runs the migrations");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(on);
    }

    /** PostgreSQL would let the new owner keep the right to grant, which owners have anyway, as one that was granted. */
    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>();
        for (Privileges privileges : swallowed(before)) {
            Privileges held = privileges.notGrantable(privileges.held().keySet());
            statements.addAll(held.since(privileges, before));
        }
        statements.addAll(role.map(r -> new Ownership(on, r).creation(before))
                .or(() -> before.find(Ownership.id(on)).map(ownership -> ownership.removal(before)))
                .orElse(List.of()));
        return statements;
    }

    @Override
    public Database after(Database before) {
        before.get(on);
        Database without = before.has(Ownership.id(on)) ? before.minus(Ownership.id(on)) : before;
        for (Privileges privileges : swallowed(before)) {
            without = merged(without.minus(privileges.id()), privileges);
        }
        return role.isPresent() ? without.plus(new Ownership(on, role.get())) : without;
    }

    /** What the owner before had revoked from himself the new one keeps if he was granted it. */
    private Database merged(Database database, Privileges swallowed) {
        Privileges owned = swallowed.of(Privileges.OWNER, database);
        ObjectId<Privileges> own = owned.id();
        Privileges merged = owned.granting(swallowed.held().keySet(), false);
        Database rest = database.has(own) ? database.minus(own) : database;
        return merged.isInitial(rest) ? rest : rest.plus(merged);
    }

    /** PostgreSQL adds what was granted to the new owner before to what the owner has. */
    private List<Privileges> swallowed(Database before) {
        return before.owned(on).stream()
                .filter(Privileges.class::isInstance)
                .map(Privileges.class::cast)
                .filter(privileges -> role.filter(privileges.grantee()::equals).isPresent())
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new SetOwner(on, before.find(Ownership.id(on)).map(Ownership::role)));
        for (Privileges privileges : swallowed(before)) {
            operations.add(new SetPrivileges(privileges.of(Privileges.OWNER, before)));
            operations.add(new SetPrivileges(privileges));
        }
        return new Reversal.Exact(operations);
    }
}
