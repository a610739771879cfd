package dev.varve.source;

import dev.varve.model.BaseType;
import dev.varve.model.ClusterMark;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionMember;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.SchemaObject;
import dev.varve.model.SequenceComment;
import dev.varve.model.Table;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateEmptyMaterializedView;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.ExecuteSql.StatedReversal;
import dev.varve.operation.PutObject;
import dev.varve.operation.RecreateObject;
import dev.varve.operation.RenameObject;
import dev.varve.operation.RenameWithin;
import dev.varve.operation.ReplaceView;
import dev.varve.operation.SetSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can happen to objects of any kind. */
final class ObjectOperations {

    private ObjectOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(CreateObject.class, ObjectOperations::create),
                OperationForm.of(
                        CreateEmptyMaterializedView.class,
                        (operation, source) -> Sentence.of(
                                "create",
                                Chain.on(source.definition(operation.view())).then("withNoData"))),
                OperationForm.ofAll(AlterObject.class, ObjectOperations::alter),
                OperationForm.of(
                        RecreateObject.class,
                        (operation, source) -> source.says(operation.object())
                                ? Sentence.of("recreate", source.definition(operation.object()))
                                : Sentence.adding(operation)),
                OperationForm.of(
                        ReplaceView.class,
                        (operation, source) -> Sentence.of("replace", source.definition(operation.view()))),
                OperationForm.of(DropObject.class, ObjectOperations::drop),
                OperationForm.of(PutObject.class, ObjectOperations::put),
                OperationForm.of(
                        RenameObject.class,
                        (operation, source) -> Sentence.of("rename", source.name(operation.id()), operation.to())),
                OperationForm.of(
                        RenameWithin.class,
                        (operation, source) -> source.before().get((ObjectId<?>) operation.id())
                                        instanceof PartitionConstraint constraint
                                ? PartitionForms.rename(constraint, operation.to(), source)
                                : Sentence.about(
                                        source.name((ObjectId<?>) operation.id()), Call.of("rename", operation.to()))),
                OperationForm.of(
                        SetSchema.class,
                        (operation, source) -> Sentence.of("move", source.name(operation.id()), operation.schema())),
                OperationForm.ofAll(CascadeRecreate.class, ObjectOperations::cascade),
                OperationForm.of(ExecuteSql.class, (operation, source) -> execute(operation)));
    }

    private static Sentence create(CreateObject operation, Source source) {
        if (operation.object() instanceof Index index) {
            return Sentence.about(source.name(index.on()), RelationForms.indexed("addIndex", index, source.naming()));
        }
        if (operation.object() instanceof PartitionMember member) {
            return PartitionForms.put(member, source);
        }
        return source.making(operation.object())
                .orElseGet(() -> source.says(operation.object())
                        ? Sentence.of("create", source.definition(operation.object()))
                        : Sentence.adding(operation));
    }

    /** Whatever the change was, it is written as what the object is afterwards. */
    private static List<Sentence> alter(AlterObject<?> operation, Source source) {
        SchemaObject after = after(operation, source);
        if (after instanceof Index index) {
            return IndexForm.altered(source.before().get(index.id()), index, source);
        }
        if (after instanceof BaseType type) {
            BaseType before = source.before().get(type.id());
            return List.of(
                    BaseTypeForm.altered(before, type, source).orElseGet(() -> Sentence.adding(AlterObject.to(after))));
        }
        if (after instanceof PartitionMember member) {
            return PartitionForms.altered(source.before().get(operation.id()), member, source);
        }
        return List.of(
                source.says(after)
                        ? Sentence.of("replace", source.definition(after))
                        : Sentence.adding(AlterObject.to(after)));
    }

    private static <T extends SchemaObject> T after(AlterObject<T> operation, Source source) {
        return operation.change().of(source.before().get(operation.id()));
    }

    private static Sentence drop(DropObject operation, Source source) {
        ObjectId<?> id = operation.id();
        if (id.type() == ReplicaIdentity.class) {
            ObjectId<?> relation = source.before().get(id).owner().orElseThrow();
            return Sentence.about(source.name(relation), Call.of("dropReplicaIdentity"));
        }
        if (source.before().find(id).orElse(null) instanceof PartitionMember member) {
            return PartitionForms.drop(member, source);
        }
        if (source.before().find(id).orElse(null) instanceof SequenceComment comment) {
            return Sentence.about(source.name(comment.on()), Call.of("noCommentOnSequenceOf", comment.column()));
        }
        if (id.type() == ClusterMark.class) {
            ObjectId<?> relation = source.before().get(id).owner().orElseThrow();
            String word = relation.type() == Table.class ? "dropCluster" : "withoutCluster";
            return Sentence.about(source.name(relation), Call.of(word));
        }
        return source.before()
                .find(id)
                .flatMap(source::removing)
                .orElseGet(() ->
                        source.hasWords(id.type()) ? Sentence.of("drop", source.name(id)) : Sentence.adding(operation));
    }

    private static Sentence put(PutObject operation, Source source) {
        if (operation.object() instanceof ReplicaIdentity identity) {
            return Sentence.about(source.name(identity.on()), identity(identity));
        }
        if (operation.object() instanceof ClusterMark mark) {
            return Sentence.about(
                    source.name(mark.index().relation()),
                    Call.of("clusterOn", mark.index().name()));
        }
        if (operation.object() instanceof SequenceComment comment) {
            return Sentence.about(
                    source.name(comment.on()), Call.of("commentOnSequenceOf", comment.column(), comment.text()));
        }
        return operation.object() instanceof PartitionMember member
                ? PartitionForms.put(member, source)
                : Sentence.adding(operation);
    }

    /** By what old rows are told apart. */
    static Call identity(ReplicaIdentity identity) {
        return identity.index()
                .map(index -> Call.of("replicaIdentity", index.name()))
                .orElseGet(() -> Call.of(
                        identity.mode() == ReplicaIdentity.Mode.FULL
                                ? "replicaIdentityFull"
                                : "replicaIdentityNothing"));
    }

    /** The word stands after the change that it is about. */
    private static List<Sentence> cascade(CascadeRecreate operation, Source source) {
        List<Sentence> sentences = new ArrayList<>(source.sentences(operation.operation()));
        int last = sentences.size() - 1;
        Sentence change = sentences.get(last);
        if (change.saysRecreating() && !operation.losing()) {
            return sentences;
        }
        Call word = Call.of(operation.losing() ? "cascadeRecreateLosing" : "cascadeRecreate");
        if (change.subject().isPresent()) {
            sentences.set(last, change.then(word));
        } else {
            sentences.add(new Sentence(Optional.empty(), List.of(word)));
        }
        return sentences;
    }

    private static Sentence execute(ExecuteSql operation) {
        boolean plain = operation.sql().size() == 1;
        if (!plain) {
            return Sentence.adding(operation);
        }
        String sql = operation.sql().get(0);
        if (operation.stated() instanceof StatedReversal.ReversedBy reversed) {
            return Sentence.of(
                    "execute",
                    sql,
                    new Call(
                            "reversedBy",
                            reversed.sql().stream().map(Code::string).toList()));
        }
        return operation.stated() instanceof StatedReversal.Irreversible irreversible
                ? Sentence.of("execute", sql, Call.of("irreversible", irreversible.reason()))
                : Sentence.adding(operation);
    }
}
