package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.KeyColumns;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a unique index the one of a key, without building it again: {@code alter table trading.orders add constraint uq_orders_code
 * unique using index ux_orders_code}. The index takes the name of the constraint, and its comment goes. The way back drops the
 * constraint and creates the index; a foreign key that leans on the index has to go first, as it would stand in that way.
 *
 * @param primary whether the key is the primary key
 */
public record AddConstraintUsingIndex(
        ObjectId<Table> table, String constraint, boolean primary, ObjectId<Index> index, Deferral deferral)
        implements Operation {

    /** The same, for a key that is checked at another time. */
    public AddConstraintUsingIndex deferring(Deferral other) {
        return new AddConstraintUsingIndex(table, constraint, primary, index, other);
    }

    @Override
    public String description() {
        return "add constraint " + constraint + " to " + table.name() + " using " + index;
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(table), Set.of(), Set.of(index));
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = new ArrayList<>();
        before.owned(index).forEach(owned -> statements.addAll(owned.removal(before)));
        Sql sql = Sql.of(
                "alter table {} add constraint {} {} using index {}{}",
                table.name(),
                Identifier.of(constraint),
                Sql.raw(primary ? "primary key" : "unique"),
                index.name().simple(),
                Sql.raw(deferral.clause()));
        statements.add(
                newlyNotNull(before).isEmpty()
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.SCANS_TABLE));
        return statements;
    }

    @Override
    public Database after(Database before) {
        refuseIndex(before.get(table), before.get(index));
        KeyConstraint key = key(before);
        return before.minus(index).alter(table, t -> t.plus(key));
    }

    private void refuseIndex(Table old, Index unique) {
        boolean plain = unique.on().equals(table)
                && unique.method().equals("btree")
                && unique.unique()
                && unique.where().isEmpty()
                && unique.keys().stream().allMatch(AddConstraintUsingIndex::isPlain);
        refuseWhatKeysHaveNot(unique);
        if (!plain) {
            throw new RefusedException(
                    index,
                    "The " + index + " cannot be that of a key: it has to be a unique index of " + table
                            + " over all rows and plain columns in their usual order.");
        }
        old.facets().values().forEach(facet -> facet.checkUsingIndex(old, unique));
    }

    private void refuseWhatKeysHaveNot(Index unique) {
        if (primary && unique.nullsNotDistinct()) {
            throw new RefusedException(
                    index,
                    "The " + index
                            + " cannot be that of a primary key: it is one whose nulls are not distinct, and a primary"
                            + " key has no nulls. Make an index without that.");
        }
    }

    private static boolean isPlain(IndexKey key) {
        return key.equals(IndexKey.column(
                key.expression().bareNames().stream().findFirst().orElse("")));
    }

    private KeyConstraint key(Database before) {
        Index unique = before.get(index);
        KeyColumns columns = new KeyColumns(unique.keyColumns().toList(), unique.included(), false, unique.storage());
        return primary
                ? new PrimaryKeyConstraint(constraint, columns, deferral)
                : new UniqueConstraint(constraint, columns, unique.nullsNotDistinct(), deferral);
    }

    private List<String> newlyNotNull(Database before) {
        Table old = before.get(table);
        return key(before).notNull().stream()
                .filter(column -> !old.column(column).notNull())
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> operations = new ArrayList<>(List.of(new DropConstraint(table, constraint)));
        newlyNotNull(before).forEach(column -> operations.add(new DropNotNull(table, column)));
        before.withOwned(index).forEach(object -> operations.add(new CreateObject(object)));
        return new Reversal.Exact(operations);
    }
}
