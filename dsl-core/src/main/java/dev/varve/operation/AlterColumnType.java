package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Queried;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Gives a column another type: {@code alter table trading.orders alter column price type numeric(20, 8)}.
 *
 * @param using how the old values become new ones; the assignment cast of PostgreSQL if empty
 */
public record AlterColumnType(ObjectId<Table> table, String column, TypeName type, Optional<Expression> using)
        implements Operation {

    @Override
    public String description() {
        return "change the type of column " + column + " of " + table.name() + " to " + type;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql alter = Sql.of("alter table {} alter column {} type {}", table.name(), Identifier.of(column), type);
        Sql converted = using.map(expression -> alter.then(Sql.of(" using {}", expression)))
                .orElse(alter);
        return List.of(Statement.of(converted, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE));
    }

    @Override
    public Database after(Database before) {
        List<ObjectId<?>> queries = before.users(table).stream()
                .filter(user -> before.get(user) instanceof Queried queried
                        && queried.query().mentions(column))
                .toList();
        if (!queries.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, queries);
        }
        return before.alter(table, t -> t.alter(column, c -> c.typed(type)));
    }

    @Override
    public Reversal reversal(Database before) {
        TypeName old = before.get(table).column(column).type();
        Optional<Expression> cast = using.map(
                u -> new Expression(Sql.of("{}::{}", Identifier.of(column), old).text()));
        AlterColumnType back = new AlterColumnType(table, column, old, cast);
        if (using.isEmpty() && old.isWidenedBy(type)) {
            return new Reversal.Lossy(
                    List.of(back),
                    List.of("what does not fit into " + old + " of the values of " + table.name() + '.' + column));
        }
        return new Reversal.Lossy(
                List.of(back),
                List.of("what the values of " + table.name() + '.' + column + " were before they became " + type));
    }
}
