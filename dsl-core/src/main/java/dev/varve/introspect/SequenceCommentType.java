package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.SequenceComment;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Comments on the sequences that are part of a column that has been read before. */
final class SequenceCommentType implements ObjectType<SequenceComment> {

    @Override
    public Class<SequenceComment> type() {
        return SequenceComment.class;
    }

    @Override
    public List<Operation> create(SequenceComment comment, Database from) {
        return List.of(new PutObject(comment));
    }

    @Override
    public List<Operation> change(SequenceComment from, SequenceComment to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class s");
    }

    @Override
    public List<SequenceComment> introspect(Catalog catalog) {
        String sql = """
                select c.oid, a.attrelid, a.attname, d.description
                from pg_description d
                join pg_class c on c.oid = d.objoid and c.relkind = 'S'
                join pg_depend o on o.classid = d.classoid and o.objid = c.oid and o.refclassid = 'pg_class'::regclass
                    and o.deptype in ('a', 'i')
                join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
                where d.objoid >= 16384 and d.classoid = 'pg_class'::regclass and d.objsubid = 0
                """;
        return catalog.query(sql, row -> comment(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SequenceComment> comment(Row row, Catalog catalog) {
        Optional<SequenceComment> comment = catalog.identified("pg_class", row.number("attrelid"))
                .filter(relation -> relation.type() == Table.class)
                .filter(relation ->
                        catalog.identified("pg_class", row.number("oid")).isEmpty())
                .map(table ->
                        new SequenceComment(Table.id(table.name()), row.text("attname"), row.text("description")));
        comment.ifPresent(read -> catalog.identify(UnreadComments.READ + "pg_class", row.number("oid"), read.id()));
        return comment;
    }
}
