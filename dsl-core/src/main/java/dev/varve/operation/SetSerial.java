package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.Unlogged;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a sequence number the rows that come without a number, as {@code serial} does, changes how that counts, or ends it: {@code create
 * sequence trading.orders_id_seq as integer owned by trading.orders.id} and a default that takes the next number. A new sequence goes on
 * after the numbers that are there; the values of the column stay as they are.
 */
public record SetSerial(ObjectId<Table> table, String column, Optional<ColumnValue.Serial> serial)
        implements Operation {

    @Override
    public String description() {
        return (serial.isPresent() ? "number rows by column " : "number rows no more by column ") + column + " of "
                + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Column current = before.get(table).column(column);
        Optional<Sequence> old = current.sequenceOfSerial(table);
        Optional<Sequence> sequence = changed(current).sequenceOfSerial(table);
        if (old.isPresent() && sequence.isPresent()) {
            return changes(old.get(), sequence.get(), before);
        }
        return sequence.map(wanted -> beginning(wanted, before))
                .orElseGet(
                        () -> old.stream().flatMap(own -> ending(own).stream()).toList());
    }

    /** The default comes before the number to go on after, because it locks out those who would add a greater one meanwhile. */
    private List<Statement> beginning(Sequence sequence, Database before) {
        boolean unlogged = before.get(table).facet(Unlogged.class).isPresent();
        List<Statement> statements = new ArrayList<>(sequence.unlogged(unlogged).creation(before));
        statements.add(altering(Sql.of("set default {}", sequence.next())));
        statements.add(goingOn(sequence));
        return statements;
    }

    /** Nothing to go on after is no row, which sets nothing. */
    private Statement goingOn(Sequence sequence) {
        SequenceOptions options = sequence.options();
        Sql last = Sql.of(options.increment() > 0 ? "max({})" : "min({})", Identifier.of(column));
        return Statement.of(
                Sql.of(
                        "select pg_catalog.setval({}, {}) from {} having {} between {} and {}",
                        Literal.text(Sql.of("{}", sequence.name()).text()),
                        last,
                        table.name(),
                        last,
                        Sql.raw(Long.toString(options.minimum())),
                        Sql.raw(Long.toString(options.maximum()))),
                LockMode.ACCESS_SHARE);
    }

    private List<Statement> ending(Sequence sequence) {
        return List.of(
                altering(Sql.raw("drop default")),
                Statement.of(Sql.of("drop sequence {}", sequence.name()), LockMode.ACCESS_EXCLUSIVE));
    }

    private static List<Statement> changes(Sequence old, Sequence sequence, Database before) {
        List<Statement> statements = new ArrayList<>();
        if (!old.name().equals(sequence.name())) {
            statements.add(old.renaming(sequence.name(), before));
        }
        statements.addAll(sequence.alteration(old, before).orElse(List.of()));
        return statements;
    }

    private Statement altering(Sql change) {
        return Statement.of(
                Sql.of("alter table {} alter column {} {}", table.name(), Identifier.of(column), change),
                LockMode.ACCESS_EXCLUSIVE);
    }

    private Column changed(Column current) {
        return current.valued(serial.map(value -> value));
    }

    @Override
    public Database after(Database before) {
        Column current = before.get(table).column(column);
        boolean isDefault =
                current.value().filter(v -> v instanceof ColumnValue.Default).isPresent();
        boolean isSerial = current.sequenceOfSerial(table).isPresent();
        if (!isSerial && (serial.isEmpty() || current.value().isPresent() && !isDefault)) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is "
                            + current.value()
                                    .map(v -> '"' + v.clause().text() + '"')
                                    .orElse("not serial")
                            + "; that has to be changed first.");
        }
        changed(current).sequenceOfSerial(table).filter(sequence -> !isSerial).ifPresent(before::plus);
        return before.alter(table, t -> t.alter(column, this::changed));
    }

    @Override
    public Reversal reversal(Database before) {
        Column current = before.get(table).column(column);
        Optional<ColumnValue.Serial> old =
                current.value().filter(ColumnValue.Serial.class::isInstance).map(ColumnValue.Serial.class::cast);
        List<Operation> back = new ArrayList<>(List.of(new SetSerial(table, column, old)));
        back.addAll(SetIdentity.onSequence(table, column, before));
        current.value()
                .flatMap(ColumnValue::defaultExpression)
                .ifPresent(value -> back.add(new SetDefault(table, column, Optional.of(value))));
        back.addAll(NotByDefault.after(back, this, table, before));
        return Reversal.losing(
                old.isPresent() && serial.isPresent()
                        ? List.of()
                        : List.of("the position of the sequence of " + table.name() + '.' + column),
                back);
    }
}
