package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Table;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Says how PostgreSQL stores the values of a column or plans with them: {@code alter table trading.orders alter column note set storage
 * external}. Values that are there stay as they are until they are written anew.
 *
 * @param value as PostgreSQL writes it; what PostgreSQL chooses if empty
 */
public record SetColumnProperty(ObjectId<Table> table, String column, ColumnProperty property, Optional<String> value)
        implements Operation {

    @Override
    public String description() {
        return value.map(
                        v -> "set the " + property.word() + " of column " + column + " of " + table.name() + " to " + v)
                .orElse("leave the " + property.word() + " of column " + column + " of " + table.name()
                        + " to PostgreSQL");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Column changed = before.get(table).column(column).with(property, value);
        List<Sql> clauses = value.map(v -> List.of(changed.setting(property, v)))
                .orElseGet(() -> changed.unsetting(property, before));
        return List.of(
                Statement.of(Sql.of("alter table {} {}", table.name(), Sql.join(", ", clauses)), property.lock()));
    }

    @Override
    public Database after(Database before) {
        Table old = before.get(table);
        old.facets().values().forEach(facet -> facet.checkChange(old, column, property));
        List<Object> users = ColumnUsers.of(table, column, before);
        if (givesTypeAgain(old.column(column), before) && !users.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, users);
        }
        return before.alter(table, t -> t.alter(column, c -> c.with(property, value)));
    }

    /** There is no other way on a server that has no word for the default storage, which users of the column do not allow. */
    private boolean givesTypeAgain(Column current, Database before) {
        return value.isEmpty()
                && property == ColumnProperty.STORAGE
                && current.type().defaultStorage().isEmpty()
                && !before.environment().atLeast(16);
    }

    @Override
    public Reversal reversal(Database before) {
        Optional<String> old = before.get(table).column(column).property(property);
        Reversal back = Reversal.Exact.by(new SetColumnProperty(table, column, property, old));
        return HeirsAsBefore.after(this, back, table, before);
    }
}
