package dev.varve.operation;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.ExtendedStatistics;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a column another type: {@code alter table trading.orders alter column price type numeric(20, 8)}. A text keeps the collation of
 * its column if it is not given another one, and a column how its values are stored, all of which PostgreSQL would forget.
 *
 * @param collation {@link Column#DEFAULT_COLLATION} to have none of its own any more; the one before if empty
 * @param using how the old values become new ones; the assignment cast of PostgreSQL if empty
 */
public record AlterColumnType(
        ObjectId<Table> table,
        String column,
        TypeName type,
        Optional<QualifiedName> collation,
        Optional<Expression> using)
        implements Operation {

    /** Another type, with the collation that the column has. */
    public AlterColumnType(ObjectId<Table> table, String column, TypeName type, Optional<Expression> using) {
        this(table, column, type, Optional.empty(), using);
    }

    @Override
    public String description() {
        String collated = collation.map(c -> " with the collation " + c).orElse("");
        return "change the type of column " + column + " of " + table.name() + " to " + type + collated;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Table old = before.get(table);
        Reprinted reprinted = isReprinted(old) ? Reprinted.over(table, column, before) : Reprinted.nothing(table);
        Statement statement = Statement.of(
                Sql.of("alter table {} {}", table.name(), Sql.join(", ", reprinted.around(clauses(old)))),
                LockMode.ACCESS_EXCLUSIVE,
                hazards(old, before));
        List<Statement> statements = new ArrayList<>(reprinted.around(statement, before));
        statements.addAll(changed(old.column(column)).sequenceTyping(table.name()));
        statements.addAll(ExtendedStatistics.forgotten(table, column, before));
        return TypeOfHeirs.of(this, before)
                .around(new ColumnChange(old, old.column(column), changed(old.column(column)))
                        .surrounded(statements, before));
    }

    /**
     * PostgreSQL would cast the default from the old type to the new one, or refuse to. Therefore it goes and comes back as it was
     * declared.
     */
    private List<Sql> clauses(Table old) {
        Sql alter = Sql.of("alter column {}", Identifier.of(column));
        Optional<Expression> value = old.column(column).value().flatMap(ColumnValue::defaultExpression);
        Column changed = changed(old.column(column));
        List<Sql> clauses = new ArrayList<>();
        value.ifPresent(v -> clauses.add(Sql.of("{} drop default", alter)));
        Sql typed = Sql.of("{} type {}", alter, changed.typeClause());
        clauses.add(using.map(u -> Sql.of("{} using {}", typed, u)).orElse(typed));
        value.ifPresent(v -> clauses.add(Sql.of("{} set default {}", alter, v)));
        clauses.addAll(changed.settingsAfterType());
        return clauses;
    }

    /** Checks over the column are looked at again, even if no row is written. */
    private Hazard[] hazards(Table old, Database before) {
        if (using.isPresent() || !isKept(old.column(column).type(), before)) {
            return new Hazard[] {Hazard.REWRITES_TABLE};
        }
        boolean isChecked = old.constraints().values().stream()
                .anyMatch(constraint -> constraint instanceof CheckConstraint && constraint.uses(column));
        return isChecked ? new Hazard[] {Hazard.SCANS_TABLE} : new Hazard[0];
    }

    /** Of values of a domain PostgreSQL does not know how long they can be. */
    private boolean isKept(TypeName old, Database before) {
        TypeName under = Domain.under(old, before);
        TypeName known = under.equals(old) ? old : new TypeName(under.name(), "", under.array());
        return old.equals(type) || known.isStoredAs(Domain.under(type, before)) && Domain.takesAll(type, before);
    }

    private Column changed(Column old) {
        Column typed = old.typed(type);
        return collation.map(typed::collated).orElse(typed);
    }

    /** PostgreSQL prints casts of a {@code varchar} or {@code char} once more; another precision of the same type changes no text. */
    private boolean isReprinted(Table old) {
        TypeName current = old.column(column).type();
        boolean cast = Set.of("varchar", "char").contains(type.name().name());
        return cast || !current.name().equals(type.name()) || current.array() != type.array();
    }

    @Override
    public Database after(Database before) {
        refuseInherited(before.get(table), before);
        List<Object> users = ColumnUsers.of(table, column, before);
        if (!users.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, users);
        }
        List<ObjectId<?>> apart =
                before.get(table).referencesBrokenBy(changed(before.get(table).column(column)), before);
        if (!apart.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, apart);
        }
        return before.alter(table, t -> t.becoming(changed(t.column(column))));
    }

    private void refuseInherited(Table changed, Database before) {
        changed.column(column);
        if (Inheritance.of(changed).givesColumn(column, before)) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is inherited, and has the type that it has in "
                            + Inheritance.of(changed).parents() + ". Change it there.");
        }
    }

    @Override
    public Reversal reversal(Database before) {
        Column old = before.get(table).column(column);
        List<Operation> back = wayBack(old);
        boolean sameValues = using.isEmpty() && old.type().equals(type);
        return Reversal.losing(sameValues ? List.of() : List.of(lost(old.type())), back);
    }

    private List<Operation> wayBack(Column old) {
        Column changed = changed(old);
        Optional<Expression> cast = Conversion.between(type, old.type())
                .map(conversion -> conversion.of(column))
                .or(() -> using.map(u -> new Expression(
                        Sql.of("{}::{}", Identifier.of(column), old.type()).text())));
        Optional<QualifiedName> collationBefore =
                changed.typed(old.type()).collation().equals(old.collation())
                        ? Optional.empty()
                        : Optional.of(old.collation().orElse(Column.DEFAULT_COLLATION));
        List<Operation> back = new ArrayList<>();
        back.add(new AlterColumnType(table, column, old.type(), collationBefore, cast));
        old.properties().forEach((property, value) -> {
            if (changed.property(property).isEmpty()) {
                back.add(new SetColumnProperty(table, column, property, Optional.of(value)));
            }
        });
        return back;
    }

    private String lost(TypeName old) {
        return using.isEmpty() && old.isWidenedBy(type)
                ? "what does not fit into " + old + " of the values of " + table.name() + '.' + column
                : "what the values of " + table.name() + '.' + column + " were before they became " + type;
    }
}
