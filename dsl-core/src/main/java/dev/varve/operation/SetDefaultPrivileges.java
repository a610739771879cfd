package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.sql.Statement;
import java.util.List;

/** Lets a role have these privileges by default and no others: {@code alter default privileges grant select on tables to readers}. */
public record SetDefaultPrivileges(DefaultPrivileges privileges) implements Operation {

    @Override
    public String description() {
        return "set " + privileges.id();
    }

    @Override
    public Footprint footprint() {
        return privileges.owner().map(Footprint::of).orElseGet(Footprint::unknown);
    }

    private DefaultPrivileges old(Database before) {
        return before.find(privileges.id())
                .orElseGet(() -> DefaultPrivileges.initial(
                        privileges.maker(), privileges.schema(), privileges.kind(), privileges.grantee()));
    }

    @Override
    public List<Statement> statements(Database before) {
        return privileges.since(old(before));
    }

    @Override
    public Database after(Database before) {
        Database without = before.has(privileges.id()) ? before.minus(privileges.id()) : before;
        return privileges.isInitial() ? without : without.plus(privileges);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetDefaultPrivileges(old(before)));
    }
}
