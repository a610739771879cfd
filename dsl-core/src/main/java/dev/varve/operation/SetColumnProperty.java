package dev.varve.operation;

import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnSetting;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.ArrayList;
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
        return List.of(
                ColumnSetting.of("alter table", table.name(), before.get(table).column(column), property)
                        .statement(value, before.environment()));
    }

    @Override
    public Database after(Database before) {
        Table old = before.get(table);
        old.facets().values().forEach(facet -> facet.checkChange(old, column, property));
        return before.alter(table, t -> t.alter(column, c -> c.with(property, value)));
    }

    @Override
    public Reversal reversal(Database before) {
        Optional<String> old = before.get(table).column(column).property(property);
        List<Operation> operations = new ArrayList<>(List.of(new SetColumnProperty(table, column, property, old)));
        old.flatMap(any -> before.get(table).column(column).numberAfter(property))
                .ifPresent(next -> operations.add(new SetColumnProperty(
                        table, column, next, before.get(table).column(column).property(next))));
        Reversal back = new Reversal.Exact(operations);
        return HeirsAsBefore.after(this, back, table, before);
    }
}
