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

    @Override
    public List<Statement> statements(Database before) {
        return role.map(r -> new Ownership(on, r).creation(before))
                .or(() -> before.find(Ownership.id(on)).map(ownership -> ownership.removal(before)))
                .orElse(List.of());
    }

    @Override
    public Database after(Database before) {
        before.get(on);
        Database without = before.has(Ownership.id(on)) ? before.minus(Ownership.id(on)) : before;
        for (Privileges privileges : swallowed(before)) {
            without = without.minus(privileges.id());
        }
        return role.isPresent() ? without.plus(new Ownership(on, role.get())) : without;
    }

    /** An owner has all privileges anyway, so that PostgreSQL forgets what was granted to him before. */
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
        swallowed(before).forEach(privileges -> operations.add(new SetPrivileges(privileges)));
        return new Reversal.Exact(operations);
    }
}
