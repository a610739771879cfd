package dev.varve.introspect;

import dev.varve.model.ConstraintIndexComment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.SetConstraintIndexComment;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Comments on the indexes of constraints that have been read before. */
final class ConstraintIndexCommentType implements ObjectType<ConstraintIndexComment> {

    @Override
    public Class<ConstraintIndexComment> type() {
        return ConstraintIndexComment.class;
    }

    @Override
    public List<Operation> create(ConstraintIndexComment comment, Database from) {
        return List.of(saying(comment, Optional.of(comment.text())));
    }

    @Override
    public List<Operation> change(ConstraintIndexComment from, ConstraintIndexComment to) {
        return List.of(saying(to, Optional.of(to.text())));
    }

    @Override
    public List<Operation> drop(ConstraintIndexComment comment, Database from, Database to) {
        return List.of(saying(comment, Optional.empty()));
    }

    private static Operation saying(ConstraintIndexComment comment, Optional<String> text) {
        return new SetConstraintIndexComment(comment.on(), comment.constraint(), text);
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_constraint");
    }

    @Override
    public List<ConstraintIndexComment> introspect(Catalog catalog) {
        String sql = """
                select k.oid, k.conindid, k.conrelid, k.conname, d.description
                from pg_description d
                join pg_constraint k on k.conindid = d.objoid and k.contype in ('p', 'u', 'x') and k.conparentid = 0
                where d.classoid = 'pg_class'::regclass and d.objsubid = 0
                """;
        return catalog.query(sql, row -> comment(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ConstraintIndexComment> comment(Row row, Catalog catalog) {
        Optional<ConstraintIndexComment> comment = on(row, catalog)
                .map(on -> new ConstraintIndexComment(on, row.text("conname"), row.text("description")));
        comment.ifPresent(
                read -> catalog.identify(UnreadComments.READ + "pg_class", row.number("conindid"), read.id()));
        return comment;
    }

    /** The table or partition, if the constraint has been read. */
    private static Optional<ObjectId<?>> on(Row row, Catalog catalog) {
        boolean ofPartition = catalog.identified("pg_constraint", row.number("oid"))
                .filter(constraint -> constraint.type() == PartitionConstraint.class)
                .isPresent();
        return catalog.identified("pg_class", row.number("conrelid"))
                .filter(relation -> ofPartition || relation.type() == Table.class);
    }
}
