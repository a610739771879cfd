package dev.varve.source;

import dev.varve.model.Comment;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.SetComment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What directly follows the creation of a relation and can be said with it: its indexes, comments and replica identity. */
record Companions(SchemaObject relation, List<Operation> operations) {

    /** What follows the operation at a place in the list; nothing unless that creates something. */
    static Optional<Companions> after(int at, List<? extends Operation> operations) {
        if (!(operations.get(at) instanceof CreateObject creation)) {
            return Optional.empty();
        }
        List<Operation> found = new ArrayList<>();
        for (Operation next : operations.subList(at + 1, operations.size())) {
            if (!isCompanion(next, creation.object())) {
                break;
            }
            found.add(next);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Companions(creation.object(), found));
    }

    private static boolean isCompanion(Operation operation, SchemaObject relation) {
        boolean isTable = relation instanceof Table;
        boolean isIndexed = isTable || relation instanceof MaterializedView;
        return isIndexed
                        && index(operation)
                                .filter(index -> index.on().equals(relation.id()))
                                .isPresent()
                || relation instanceof Table table
                        && comment(operation)
                                .filter(c -> TableForm.says(c, table))
                                .isPresent()
                || isTable
                        && identity(operation)
                                .filter(i -> i.on().equals(relation.id()))
                                .isPresent();
    }

    private static Optional<Index> index(Operation operation) {
        return operation instanceof CreateObject creation && creation.object() instanceof Index index
                ? Optional.of(index)
                : Optional.empty();
    }

    private static Optional<Comment> comment(Operation operation) {
        if (operation instanceof CreateObject creation && creation.object() instanceof Comment comment) {
            return Optional.of(comment);
        }
        return operation instanceof SetComment set
                ? set.text().map(text -> new Comment(set.on(), set.column(), text))
                : Optional.empty();
    }

    private static Optional<ReplicaIdentity> identity(Operation operation) {
        return operation instanceof PutObject put && put.object() instanceof ReplicaIdentity identity
                ? Optional.of(identity)
                : Optional.empty();
    }

    int count() {
        return operations.size();
    }

    Code definition(Source source) {
        source.name((ObjectId<?>) relation.id()); // so that its words are imported
        List<Index> indexes =
                operations.stream().flatMap(op -> index(op).stream()).toList();
        return relation instanceof Table table
                ? table(table, indexes, source)
                : RelationForms.materializedView((MaterializedView) relation, indexes, source);
    }

    private Code table(Table table, List<Index> indexes, Source source) {
        Map<String, String> comments = new LinkedHashMap<>();
        operations.forEach(op -> comment(op).ifPresent(c -> comments.put(c.column(), c.text())));
        Optional<String> own = Optional.ofNullable(comments.remove(""));
        Chain chain = TableForm.definition(table, comments, source);
        for (Index index : indexes) {
            chain = chain.then(RelationForms.indexed("index", index, source.naming()));
        }
        for (Operation operation : operations) {
            chain = identity(operation)
                    .map(ObjectOperations::identity)
                    .map(chain::then)
                    .orElse(chain);
        }
        return chain.when(own, "comment");
    }
}
