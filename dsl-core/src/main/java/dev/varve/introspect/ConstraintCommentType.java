package dev.varve.introspect;

import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.SetConstraintComment;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Comments on the constraints of tables that have been read before. */
final class ConstraintCommentType implements ObjectType<ConstraintComment> {

    @Override
    public Class<ConstraintComment> type() {
        return ConstraintComment.class;
    }

    @Override
    public List<Operation> create(ConstraintComment comment, Database from) {
        return List.of(new SetConstraintComment(comment.on(), comment.constraint(), Optional.of(comment.text())));
    }

    @Override
    public List<Operation> change(ConstraintComment from, ConstraintComment to) {
        return List.of(new SetConstraintComment(to.on(), to.constraint(), Optional.of(to.text())));
    }

    @Override
    public List<Operation> drop(ConstraintComment comment, Database from, Database to) {
        return List.of(new SetConstraintComment(comment.on(), comment.constraint(), Optional.empty()));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_constraint");
    }

    @Override
    public List<ConstraintComment> introspect(Catalog catalog) {
        String sql = """
                select k.oid, k.conrelid, k.conname, k.confrelid, d.description
                from pg_description d
                join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid
                where k.conrelid <> 0 and k.conparentid = 0 and k.contype <> 't' and not (k.contype = 'n' and k.conname ~ '_not_null[0-9]*$')
                """;
        return catalog.query(sql, row -> comment(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ConstraintComment> comment(Row row, Catalog catalog) {
        Optional<ConstraintComment> comment = catalog.identified("pg_class", row.number("conrelid"))
                .filter(table -> table.type() == Table.class && isRead(row, catalog))
                .map(table ->
                        new ConstraintComment(Table.id(table.name()), row.text("conname"), row.text("description")));
        comment.ifPresent(
                read -> catalog.identify(UnreadComments.READ + "pg_constraint", row.number("oid"), read.id()));
        return comment;
    }

    /** A foreign key is not read if what it references is not. */
    private static boolean isRead(Row row, Catalog catalog) {
        long target = row.number("confrelid");
        return target == 0 || catalog.identified("pg_class", target).isPresent();
    }
}
