package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.Conversion;
import dev.varve.operation.DropExpression;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.JoinSequence;
import dev.varve.operation.Operation;
import dev.varve.operation.SeparateSequence;
import dev.varve.operation.SetColumnProperty;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetExpression;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.operation.SetSerial;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes one column of another of the same name.
 *
 * @param nullable whether the column may be null as far as the column itself says
 */
record ColumnDifference(ObjectId<Table> table, Column from, Column to, boolean nullable) {

    /** Whether PostgreSQL can make the one of the other, and not only drop it and add another one. */
    static boolean isPossible(Column from, Column to) {
        boolean staysGenerated = from.isGenerated() && to.isGenerated() && from.isVirtual() == to.isVirtual();
        boolean endsBeingStored = from.isGenerated() && !to.isGenerated() && !from.isVirtual();
        boolean isPlain = !from.isGenerated() && !to.isGenerated();
        return staysGenerated || endsBeingStored || isPlain;
    }

    private static Optional<ColumnValue.Serial> serial(Column column) {
        return column.value().filter(ColumnValue.Serial.class::isInstance).map(ColumnValue.Serial.class::cast);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(ends());
        operations.addAll(changes());
        return operations;
    }

    /** What a column computes or counts ends before something else can begin, be it in another column. */
    List<Operation> ends() {
        List<Operation> operations = new ArrayList<>();
        findEndOfValue(operations);
        return operations;
    }

    /** Everything else. */
    List<Operation> changes() {
        List<Operation> operations = new ArrayList<>();
        findType(operations);
        findNullability(operations);
        findValue(operations);
        findProperties(operations);
        return operations;
    }

    private void findEndOfValue(List<Operation> operations) {
        if (from.isGenerated() && !to.isGenerated()) {
            operations.add(new DropExpression(table, to.name()));
        }
        if (from.identity().isPresent() && to.identity().isEmpty()) {
            operations.add(new SetIdentity(table, to.name(), Optional.empty()));
        }
        if (serial(from).isPresent() && serial(to).isEmpty()) {
            operations.add(
                    keepsSequence()
                            ? new SeparateSequence(table, to.name())
                            : new SetSerial(table, to.name(), Optional.empty()));
        }
        boolean isTyped = !from.type().equals(to.type());
        boolean isOther = !keepsSequence() && !defaultOf(from).equals(defaultOf(to));
        if (defaultOf(from).isPresent() && isOther && (isTyped || defaultOf(to).isEmpty())) {
            operations.add(new SetDefault(table, to.name(), Optional.empty()));
        }
    }

    /** Whether the default of the one takes numbers from the sequence by which the other is serial. */
    private boolean keepsSequence() {
        return takesFrom(from, to) || takesFrom(to, from);
    }

    private boolean takesFrom(Column serial, Column other) {
        return serial.sequenceOfSerial(table)
                .map(Sequence::next)
                .filter(next -> defaultOf(other).filter(next::equals).isPresent())
                .isPresent();
    }

    private void findType(List<Operation> operations) {
        if (from.type().equals(to.type()) && from.collation().equals(to.collation())) {
            return;
        }
        operations.add(new AlterColumnType(table, to.name(), to.type(), collation(), conversion()));
    }

    private Optional<QualifiedName> collation() {
        return to.collation().or(() -> from.collation().map(old -> Column.DEFAULT_COLLATION));
    }

    private Optional<Expression> conversion() {
        return Conversion.between(from.type(), to.type()).map(conversion -> conversion.of(to.name()));
    }

    private void findNullability(List<Operation> operations) {
        if (from.notNull() && nullable && !to.notNull()) {
            operations.add(new DropNotNull(table, to.name()));
        }
        if (!from.notNull() && !nullable) {
            operations.add(new SetNotNull(table, to.name()));
        }
    }

    private void findValue(List<Operation> operations) {
        if (defaultOf(to).isPresent() && !keepsSequence() && !defaultOf(from).equals(defaultOf(to))) {
            operations.add(new SetDefault(table, to.name(), defaultOf(to)));
        }
        to.identity()
                .filter(identity -> !from.identity().equals(to.identity()))
                .ifPresent(identity -> operations.add(new SetIdentity(table, to.name(), Optional.of(identity))));
        serial(to)
                .filter(serial -> !serial(from.typed(to.type())).equals(serial(to)))
                .ifPresent(serial -> operations.add(
                        keepsSequence()
                                ? new JoinSequence(table, to.name(), serial)
                                : new SetSerial(table, to.name(), Optional.of(serial))));
        to.generated()
                .filter(generated -> !from.generated().equals(to.generated()))
                .ifPresent(generated -> operations.add(new SetExpression(table, to.name(), generated.expression())));
    }

    private static Optional<Expression> defaultOf(Column column) {
        return column.value().flatMap(ColumnValue::defaultExpression);
    }

    private void findProperties(List<Operation> operations) {
        Column typed = from.typed(to.type());
        for (ColumnProperty property : ColumnProperty.values()) {
            if (!typed.property(property).equals(to.property(property))) {
                operations.add(new SetColumnProperty(table, to.name(), property, to.property(property)));
            }
        }
    }
}
