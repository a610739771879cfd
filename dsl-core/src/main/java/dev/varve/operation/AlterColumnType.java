package dev.varve.operation;

import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Index> indexes = reprintedIndexes(before);
        List<Statement> statements = new ArrayList<>();
        indexes.forEach(index -> statements.addAll(index.removal(before)));
        statements.add(Statement.of(
                Sql.of("alter table {} {}", table.name(), Sql.join(", ", clauses(before.get(table)))),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE));
        indexes.stream()
                .flatMap(index -> before.withOwned(index.id()).stream())
                .forEach(object -> statements.addAll(object.creation(before)));
        return aroundTypeChange(statements, before);
    }

    private List<Statement> aroundTypeChange(List<Statement> statements, Database before) {
        Table old = before.get(table);
        List<Statement> all = statements;
        for (Facet facet : old.facets().values()) {
            all = facet.aroundTypeChange(all, old, before);
        }
        return all;
    }

    /**
     * PostgreSQL would cast the default from the old type to the new one, or refuse to, and would read conditions and expressions from
     * what it has printed for the old type. Therefore they go and come back as they were declared; it checks and builds them anew
     * anyway.
     */
    private List<Sql> clauses(Table old) {
        Sql alter = Sql.of("alter column {}", Identifier.of(column));
        Optional<Expression> value = old.column(column).value().flatMap(ColumnValue::defaultExpression);
        List<Constraint> checks = old.constraints().values().stream()
                .filter(constraint -> constraint instanceof Constraint.Check && constraint.uses(column))
                .filter(constraint -> isReprinted(old))
                .toList();
        List<Sql> clauses = new ArrayList<>();
        checks.forEach(check -> clauses.add(Sql.of("drop constraint {}", Identifier.of(check.name()))));
        value.ifPresent(v -> clauses.add(Sql.of("{} drop default", alter)));
        Sql typed = Sql.of("{} type {}", alter, type);
        clauses.add(using.map(u -> Sql.of("{} using {}", typed, u)).orElse(typed));
        value.ifPresent(v -> clauses.add(Sql.of("{} set default {}", alter, v)));
        checks.forEach(check -> clauses.add(Sql.of("add {}", check.clause())));
        return clauses;
    }

    /** PostgreSQL prints casts of a {@code varchar} or {@code char} once more; another precision of the same type changes no text. */
    private boolean isReprinted(Table old) {
        TypeName current = old.column(column).type();
        boolean cast = Set.of("varchar", "char").contains(type.name().name());
        return cast || !current.name().equals(type.name()) || current.array() != type.array();
    }

    private List<Index> reprintedIndexes(Database before) {
        if (!isReprinted(before.get(table))) {
            return List.of();
        }
        return before.owned(table).stream()
                .filter(owned -> owned instanceof Index index && index.computesWith(column))
                .map(Index.class::cast)
                .toList();
    }

    @Override
    public Database after(Database before) {
        before.get(table).column(column);
        List<String> users = ColumnUsers.of(table, column, before);
        if (!users.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, users);
        }
        return before.alter(table, t -> t.becoming(t.column(column).typed(type)));
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
