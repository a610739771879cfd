package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Privileges;
import dev.varve.sql.Statement;
import java.util.List;

/** Lets a role have these privileges on an object and no others: {@code revoke insert on table trading.orders from clerks}. */
public record SetPrivileges(Privileges privileges) implements Operation {

    @Override
    public String description() {
        return "set the privileges of " + privileges.grantee() + " on " + privileges.on();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(privileges.on());
    }

    private Privileges old(Database before) {
        return privileges.in(before);
    }

    @Override
    public List<Statement> statements(Database before) {
        return privileges.since(old(before), before);
    }

    @Override
    public Database after(Database before) {
        Database checked = before.plus(privileges.inTurn(before));
        return privileges.isInitial(before) ? checked.minus(privileges.id()) : checked;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetPrivileges(old(before)));
    }
}
