package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.OnSequence;
import dev.varve.model.Privileges;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column an identity, changes how it counts, or ends that: {@code alter table trading.orders alter column id add generated always
 * as identity}. The sequence of a new identity begins at its start, whatever values the column holds; one that counts already goes on
 * from where it is.
 */
public record SetIdentity(ObjectId<Table> table, String column, Optional<ColumnValue.Identity> identity)
        implements Operation {

    @Override
    public String description() {
        return (identity.isPresent() ? "make an identity of column " : "end the identity of column ") + column + " of "
                + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Column current = before.get(table).column(column);
        Sql change = changed(current)
                .identity()
                .map(i -> current.identity().map(i::changeFrom).orElse(Sql.of("add {}", i.clause())))
                .orElse(Sql.raw("drop identity"));
        return List.of(Statement.of(
                Sql.of("alter table {} alter column {} {}", table.name(), Identifier.of(column), change),
                LockMode.ACCESS_EXCLUSIVE));
    }

    /** An identity keeps the sequence that it has. */
    private Column changed(Column current) {
        Optional<QualifiedName> sequence = current.identity().flatMap(ColumnValue.Identity::sequence);
        return current.notNull(true).valued(identity.map(i -> current.identity().isPresent() ? i.of(sequence) : i));
    }

    @Override
    public Database after(Database before) {
        Column current = before.get(table).column(column);
        boolean isOther = current.identity().isEmpty() && current.value().isPresent();
        if (isOther || identity.isEmpty() && current.identity().isEmpty()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is "
                            + current.value()
                                    .map(v -> '"' + v.clause().text() + '"')
                                    .orElse("no identity")
                            + "; that has to be changed first.");
        }
        if (identity.isPresent() && !current.notNull()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table
                            + " may be null; make it not null before it becomes an identity.");
        }
        return before.alter(table, t -> t.becoming(changed(t.column(column))));
    }

    /** What is granted on the sequence of the column. */
    static List<Privileges> held(ObjectId<Table> table, String column, Database before) {
        return before.owned(table).stream()
                .filter(owned -> owned instanceof Privileges rights
                        && rights.columnOfSequence().filter(column::equals).isPresent())
                .map(Privileges.class::cast)
                .toList();
    }

    /** What brings back the privileges and the comment on the sequence of a column, which go with it. */
    static List<Operation> onSequence(ObjectId<Table> table, String column, Database before) {
        return before.owned(table).stream()
                .filter(owned -> owned instanceof OnSequence on
                        && on.columnOfSequence().filter(column::equals).isPresent())
                .<Operation>map(
                        owned -> owned instanceof Privileges rights ? new SetPrivileges(rights) : new PutObject(owned))
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        Optional<ColumnValue.Identity> old = before.get(table).column(column).identity();
        List<Operation> back = new ArrayList<>(List.of(new SetIdentity(table, column, old)));
        back.addAll(onSequence(table, column, before));
        back.addAll(NotByDefault.after(back, this, table, before));
        return Reversal.losing(
                old.isPresent() && identity.isPresent()
                        ? List.of()
                        : List.of("the position of the identity of " + table.name() + '.' + column),
                back);
    }
}
