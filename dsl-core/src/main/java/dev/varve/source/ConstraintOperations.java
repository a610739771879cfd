package dev.varve.source;

import dev.varve.model.Deferral;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AddConstraintUsingIndex;
import dev.varve.operation.AlterConstraint;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.ConstraintIndexChange;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.RenameConstraint;
import dev.varve.operation.SetConstraintComment;
import dev.varve.operation.SetConstraintIndexComment;
import dev.varve.operation.ValidateConstraint;
import java.util.List;

/** What can happen to constraints. */
final class ConstraintOperations {

    private ConstraintOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(
                        AddConstraint.class,
                        (op, source) -> about(
                                op.table(),
                                new ConstraintForm(op.table().name(), source).added(op.constraint()),
                                source)),
                OperationForm.of(AddConstraintUsingIndex.class, ConstraintOperations::usingIndex),
                OperationForm.of(
                        AlterConstraint.class,
                        (op, source) -> about(
                                op.table(), Call.of("alterConstraint", op.constraint(), change(op.change())), source)),
                OperationForm.of(
                        DropConstraint.class,
                        (op, source) -> about(op.table(), Call.of("dropConstraint", op.constraint()), source)),
                OperationForm.of(
                        RenameConstraint.class,
                        (op, source) -> about(op.table(), Call.of("renameConstraint", op.from(), op.to()), source)),
                OperationForm.of(
                        ValidateConstraint.class,
                        (op, source) -> about(op.table(), Call.of("validateConstraint", op.constraint()), source)),
                OperationForm.of(
                        SetConstraintComment.class,
                        (op, source) -> about(
                                op.table(),
                                op.text()
                                        .map(text -> Call.of("commentOnConstraint", op.constraint(), text))
                                        .orElseGet(() -> Call.of("noCommentOnConstraint", op.constraint())),
                                source)),
                OperationForm.of(
                        SetConstraintIndexComment.class,
                        (op, source) -> Sentence.about(
                                source.name(op.relation()),
                                op.text()
                                        .map(text -> Call.of("commentOnIndexOf", op.constraint(), text))
                                        .orElseGet(() -> Call.of("noCommentOnIndexOf", op.constraint())))));
    }

    private static Sentence about(ObjectId<Table> table, Call word, Source source) {
        return Sentence.about(source.name(table), word);
    }

    private static Sentence usingIndex(AddConstraintUsingIndex operation, Source source) {
        String word = operation.primary() ? "addPrimaryKeyUsingIndex" : "addUniqueUsingIndex";
        Sentence added = about(
                operation.table(),
                Call.of(word, operation.constraint(), operation.index().name().name()),
                source);
        return switch (operation.deferral()) {
            case NOT_DEFERRABLE -> added;
            case INITIALLY_IMMEDIATE -> added.then(Call.of("deferrable"));
            case INITIALLY_DEFERRED -> added.then(Call.of("deferred"));
        };
    }

    private static Code change(ConstraintChange change) {
        if (change instanceof ConstraintIndexChange.Storing storing) {
            return Call.of("indexStorage", Expressions.parameters(storing.parameters()));
        }
        if (change instanceof ConstraintIndexChange.Placing placing) {
            return Call.of("indexTablespace", placing.tablespace());
        }
        if (change instanceof ConstraintChange.Deferring deferring) {
            return Call.of(
                    deferring.deferral() == Deferral.NOT_DEFERRABLE
                            ? "notDeferrable"
                            : deferring.deferral() == Deferral.INITIALLY_IMMEDIATE ? "deferrable" : "deferred");
        }
        return change instanceof ConstraintChange.Enforcing enforcing
                ? Call.of(enforcing.enforced() ? "enforced" : "notEnforced")
                : Call.of(((ConstraintChange.Inheriting) change).inherited() ? "inherit" : "noInherit");
    }
}
