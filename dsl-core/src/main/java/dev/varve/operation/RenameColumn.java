package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Gives a column another name: {@code alter table trading.orders rename column qty to quantity}. */
public record RenameColumn(ObjectId<Table> table, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename column " + from + " of " + table.name() + " to " + to;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                Sql.of("alter table {} rename column {} to {}", table.name(), Identifier.of(from), Identifier.of(to)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE));
        before.find(table)
                .ifPresent(old ->
                        old.facets().values().forEach(facet -> statements.addAll(facet.afterRename(old, before))));
        return statements;
    }

    @Override
    public Database after(Database before) {
        before.get(table).column(from);
        Database after = before.renamed(new Rename.OfColumn(table, from, to));
        for (Partition partition : Partition.under(table, before).toList()) {
            after = after.renamed(new Rename.OfColumn(partition.id(), from, to));
        }
        for (Table heir : before.get(table).heirs(before)) {
            after = new RenameColumn(heir.id(), from, to).after(after);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameColumn(table, to, from));
    }
}
