package dev.varve.source;

import dev.varve.operation.AddEnumValue;
import dev.varve.operation.AddParent;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.CreateIndexConcurrently;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DetachPartitionConcurrently;
import dev.varve.operation.DropFacet;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropParent;
import dev.varve.operation.MoveExtension;
import dev.varve.operation.RebuildEnum;
import dev.varve.operation.RefreshMaterializedView;
import dev.varve.operation.Reindex;
import dev.varve.operation.ReindexConcurrently;
import dev.varve.operation.RenameAttribute;
import dev.varve.operation.RenameEnumValue;
import dev.varve.operation.RenameViewColumn;
import dev.varve.operation.SetFacet;
import dev.varve.operation.UpdateExtension;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can happen to tables and their partitions and indexes, to views, and to types. */
final class RelationOperations {

    private RelationOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(
                        SetFacet.class,
                        (op, source) -> new Sentence(Optional.of(source.name(op.table())), source.words(op.facet()))),
                OperationForm.of(
                        DropFacet.class,
                        (op, source) -> Sentence.about(source.name(op.table()), source.end(op.facet()))),
                OperationForm.of(
                        AttachPartition.class,
                        (op, source) -> Sentence.about(
                                source.name(op.partition().parent()),
                                Call.of("attachPartition", RelationForms.attached(op.partition(), source)))),
                OperationForm.of(
                        DetachPartition.class,
                        (op, source) -> Sentence.about(
                                source.name(parent(op, source)),
                                Call.of("detachPartition", source.name(op.partition())))),
                OperationForm.of(
                        DetachPartitionConcurrently.class,
                        (op, source) -> Sentence.about(
                                source.name(source.before().get(op.partition()).parent()),
                                Call.of("detachPartitionConcurrently", source.name(op.partition())))),
                OperationForm.of(
                        AddParent.class,
                        (op, source) ->
                                Sentence.about(source.name(op.table()), Call.of("inherit", source.name(op.parent())))),
                OperationForm.of(
                        DropParent.class,
                        (op, source) -> Sentence.about(
                                source.name(op.table()), Call.of("noInherit", source.name(op.parent())))),
                OperationForm.of(
                        CreateIndexConcurrently.class,
                        (op, source) -> Sentence.about(
                                source.name(op.index().on()),
                                Call.of(
                                        "addIndex",
                                        IndexForm.of(op.index(), source.naming())
                                                .then("concurrently")))),
                OperationForm.of(
                        DropIndexConcurrently.class,
                        (op, source) -> Sentence.about(
                                source.name(source.before().get(op.id()).on()),
                                Call.of("dropIndexConcurrently", op.id().name().name()))),
                OperationForm.of(Reindex.class, (op, source) -> Sentence.of("reindex", source.name(op.object()))),
                OperationForm.of(
                        ReindexConcurrently.class,
                        (op, source) -> Sentence.of("reindexConcurrently", source.name(op.index()))),
                OperationForm.of(RefreshMaterializedView.class, RelationOperations::refresh),
                OperationForm.of(
                        RenameViewColumn.class,
                        (op, source) ->
                                Sentence.about(source.name(op.view()), Call.of("renameColumn", op.from(), op.to()))),
                OperationForm.of(
                        RenameAttribute.class,
                        (op, source) ->
                                Sentence.about(source.name(op.type()), Call.of("renameAttribute", op.from(), op.to()))),
                OperationForm.of(AddEnumValue.class, (op, source) -> Sentence.about(source.name(op.type()), value(op))),
                OperationForm.of(
                        RenameEnumValue.class,
                        (op, source) ->
                                Sentence.about(source.name(op.type()), Call.of("renameValue", op.from(), op.to()))),
                OperationForm.of(RebuildEnum.class, RelationOperations::rebuild),
                OperationForm.of(
                        MoveExtension.class, (op, source) -> Sentence.about(source.name(op.extension()), moving(op))),
                OperationForm.of(
                        UpdateExtension.class,
                        (op, source) -> Sentence.about(
                                source.name(op.extension()),
                                op.version().map(v -> Call.of("update", v)).orElseGet(() -> Call.of("update")))));
    }

    private static Call moving(MoveExtension move) {
        return Call.of(
                "schema",
                Stream.concat(Stream.of(move.schema()), move.brought().stream()).toArray());
    }

    private static dev.varve.model.ObjectId<?> parent(DetachPartition operation, Source source) {
        return source.before().get(operation.partition()).parent();
    }

    private static Sentence refresh(RefreshMaterializedView operation, Source source) {
        String word = switch (operation.manner()) {
            case PLAIN -> "refresh";
            case CONCURRENTLY -> "refreshConcurrently";
            case WITH_NO_DATA -> "refreshWithNoData";
        };
        return Sentence.of(word, source.name(operation.view()));
    }

    private static Call value(AddEnumValue operation) {
        return operation
                .place()
                .neighbour()
                .map(other -> Call.of(
                        operation.place().before() ? "addValueBefore" : "addValueAfter", operation.value(), other))
                .orElseGet(() -> Call.of("addValue", operation.value()));
    }

    /** The word recreates what is in the way by itself. */
    private static Sentence rebuild(RebuildEnum operation, Source source) {
        Call word = operation.replacements().isEmpty()
                ? Call.of("rebuild", Names.list(operation.values()))
                : Call.of("rebuild", Expressions.list(operation.values()), Expressions.map(operation.replacements()));
        return Sentence.about(source.name(operation.type()), word);
    }
}
