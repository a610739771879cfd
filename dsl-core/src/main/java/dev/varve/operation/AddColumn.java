package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Adds a column at the end of a table: {@code alter table trading.orders add column venue varchar(10)}. */
public record AddColumn(ObjectId<Table> table, Column column) implements Operation {

    @Override
    public String description() {
        return "add column " + column.name() + " to " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql sql = Sql.of("alter table {} add column {}", table.name(), column);
        List<Statement> statements = new ArrayList<>();
        statements.add(
                rewrites()
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE));
        if (!column.settings().isEmpty()) {
            Sql settings = Sql.of("alter table {} {}", table.name(), Sql.join(", ", column.settings()));
            statements.add(Statement.of(settings, LockMode.ACCESS_EXCLUSIVE));
        }
        statements.addAll(column.sequenceSettings(table.name()));
        return statements;
    }

    /** PostgreSQL computes identity and stored generated columns for every row; whether a default is volatile only the server knows. */
    private boolean rewrites() {
        return column.value()
                .filter(value -> !(value instanceof ColumnValue.Default) && !column.isVirtual())
                .isPresent();
    }

    @Override
    public Database after(Database before) {
        Table old = before.get(table);
        old.facets().values().forEach(facet -> {
            facet.checkAddition(old, column, before);
            column.properties().keySet().forEach(property -> facet.checkChange(old, column.name(), property));
        });
        return before.alter(table, t -> t.plus(column));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.losing(DropColumn.valuesOf(table, column), List.of(new DropColumn(table, column.name())));
    }
}
