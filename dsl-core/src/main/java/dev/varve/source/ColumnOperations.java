package dev.varve.source;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropExpression;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.JoinSequence;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.SeparateSequence;
import dev.varve.operation.SetColumnProperty;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetExpression;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.operation.SetSerial;
import java.util.List;

/** What can happen to columns of tables. */
final class ColumnOperations {

    private ColumnOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(
                        AddColumn.class,
                        (op, source) -> Sentence.about(
                                source.name(op.table()),
                                Call.of("addColumn", op.column().name(), ColumnForm.of(op.column(), source)))),
                OperationForm.of(
                        DropColumn.class,
                        (op, source) -> Sentence.about(source.name(op.table()), Call.of("dropColumn", op.column()))),
                OperationForm.of(
                        RenameColumn.class,
                        (op, source) ->
                                Sentence.about(source.name(op.table()), Call.of("renameColumn", op.from(), op.to()))),
                OperationForm.of(
                        AlterColumnType.class,
                        (op, source) -> altered(op.table(), op.column(), type(op, source), source)),
                OperationForm.of(
                        SetNotNull.class, (op, source) -> altered(op.table(), op.column(), Call.of("notNull"), source)),
                OperationForm.of(
                        DropNotNull.class,
                        (op, source) -> altered(op.table(), op.column(), Call.of("nullable"), source)),
                OperationForm.of(
                        SetDefault.class,
                        (op, source) -> altered(op.table(), op.column(), defaultOf(op, source), source)),
                OperationForm.of(SetIdentity.class, ColumnOperations::identity),
                OperationForm.of(SetSerial.class, ColumnOperations::serial),
                OperationForm.of(
                        SeparateSequence.class,
                        (operation, source) ->
                                altered(operation.table(), operation.column(), Call.of("separateSequence"), source)),
                OperationForm.of(JoinSequence.class, ColumnOperations::joining),
                OperationForm.of(
                        SetExpression.class,
                        (op, source) -> altered(
                                op.table(),
                                op.column(),
                                Call.of("generatedAs", Expressions.sql(op.expression())),
                                source)),
                OperationForm.of(
                        DropExpression.class,
                        (op, source) -> altered(op.table(), op.column(), Call.of("notGenerated"), source)),
                OperationForm.of(
                        SetColumnProperty.class,
                        (op, source) -> altered(op.table(), op.column(), property(op), source)));
    }

    private static Sentence altered(ObjectId<Table> table, String column, Code change, Source source) {
        return Sentence.about(source.name(table), Call.of("alterColumn", column, change));
    }

    private static Code type(AlterColumnType operation, Source source) {
        Chain typed = Chain.on(source.type(operation.type()));
        boolean reset =
                operation.collation().filter(Column.DEFAULT_COLLATION::equals).isPresent();
        Chain collated = operation
                .collation()
                .filter(c -> !reset)
                .map(c -> ColumnForm.collated(typed, c))
                .orElse(typed);
        return Chain.of("type", collated)
                .when(operation.using().map(using -> using.text()), "using")
                .when(reset, "defaultCollation");
    }

    private static Code defaultOf(SetDefault operation, Source source) {
        return operation
                .value()
                .<Code>map(value -> Call.of(
                        "defaultTo",
                        Expressions.constant(
                                value,
                                source.before()
                                        .get(operation.table())
                                        .column(operation.column())
                                        .type())))
                .orElseGet(() -> Call.of("noDefault"));
    }

    /** There is no word for the name of a sequence that comes later than its column. */
    private static Sentence identity(SetIdentity operation, Source source) {
        if (operation.identity().flatMap(ColumnValue.Identity::sequence).isPresent()) {
            return Sentence.adding(operation);
        }
        Code words = operation
                .identity()
                .<Code>map(identity -> NumberingWords.of(word(identity), identity.options()))
                .orElseGet(() -> Call.of("noIdentity"));
        return altered(operation.table(), operation.column(), words, source);
    }

    private static Sentence serial(SetSerial operation, Source source) {
        if (operation.serial().flatMap(ColumnValue.Serial::sequence).isPresent()) {
            return Sentence.adding(operation);
        }
        Code words = operation
                .serial()
                .<Code>map(serial -> NumberingWords.of("serial", serial.options()))
                .orElseGet(() -> Call.of("noSerial"));
        return altered(operation.table(), operation.column(), words, source);
    }

    private static Sentence joining(JoinSequence operation, Source source) {
        return operation.serial().sequence().isPresent()
                ? Sentence.adding(operation)
                : altered(
                        operation.table(),
                        operation.column(),
                        NumberingWords.of("joinSequence", operation.serial().options()),
                        source);
    }

    private static String word(ColumnValue.Identity identity) {
        return identity.always() ? "identity" : "identityByDefault";
    }

    private static Code property(SetColumnProperty operation) {
        return PropertyWords.of(operation.property(), operation.value());
    }
}
