package dev.varve.introspect;

import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.operation.SetComment;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** Comments on whatever has been read before. */
final class CommentType implements ObjectType<Comment> {

    @Override
    public Class<Comment> type() {
        return Comment.class;
    }

    @Override
    public List<Operation> create(Comment comment, Database from) {
        return List.of(new SetComment(comment.on(), comment.column(), Optional.of(comment.text())));
    }

    @Override
    public List<Operation> change(Comment from, Comment to) {
        return List.of(new SetComment(to.on(), to.column(), Optional.of(to.text())));
    }

    @Override
    public List<Operation> drop(Comment comment, Database from, Database to) {
        return List.of(new SetComment(comment.on(), comment.column(), Optional.empty()));
    }

    @Override
    public List<Comment> introspect(Catalog catalog) {
        String sql = """
                select c.relname as catalog, d.objoid, d.description, coalesce(a.attname, '') as attname
                from pg_description d
                join pg_class c on c.oid = d.classoid
                left join pg_attribute a on d.classoid = 'pg_class'::regclass and a.attrelid = d.objoid and a.attnum = d.objsubid
                    and d.objsubid > 0
                where d.objoid >= 16384 and d.objsubid >= 0 and not (d.classoid = 'pg_namespace'::regclass and d.description = 'standard public schema')
                    or d.classoid = 'pg_namespace'::regclass and d.objoid = 2200 and d.description <> 'standard public schema'
                union all
                select 'pg_namespace', n.oid, '', '' from pg_namespace n
                where n.nspname = 'public' and obj_description(n.oid, 'pg_namespace') is null
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified(row.text("catalog"), row.number("objoid"))
                                .map(id -> new Comment(id, row.text("attname"), row.text("description"))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
