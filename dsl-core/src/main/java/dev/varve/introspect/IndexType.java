package dev.varve.introspect;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes that are not those of constraints. */
final class IndexType implements ObjectType<Index> {

    /** What an index {@code i} of the access method {@code m} holds. */
    static final String DEFINITION = """
            m.amname, i.indnkeyatts, pg_get_expr(i.indpred, i.indrelid) as predicate,
            array(select pg_get_indexdef(i.indexrelid, g, false) from generate_series(1, i.indnatts) g order by g) as keys,
            array(select k::int from unnest(i.indkey) with ordinality u(k, place) order by place) as attributes,
            array(select o::int from unnest(i.indoption) with ordinality u(o, place) order by place) as options,
            array(select case when o.opcdefault then '' when o.opcnamespace = 'pg_catalog'::regnamespace then quote_ident(o.opcname)
                    else format('%I.%I', o.opcnamespace::regnamespace, o.opcname) end
                from unnest(i.indclass) with ordinality u(class, place) join pg_opclass o on o.oid = u.class
                order by place) as classes
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    @Override
    public Class<Index> type() {
        return Index.class;
    }

    @Override
    public List<Index> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, i.indrelid, i.indisunique, i.indisvalid,
                """ + DEFINITION + """
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_am m on m.oid = c.relam
                where not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not exists (select from pg_depend x where x.classid = 'pg_namespace'::regclass and x.objid = n.oid
                        and x.deptype = 'e')
                    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
                order by n.nspname, c.relname
                """;
        return catalog.query(sql, row -> index(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Index> index(Row row, Catalog catalog) {
        if (!catalog.isOwn(row.number("indrelid"))) {
            return Optional.empty();
        }
        QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("relname"));
        if (!row.is("indisvalid")) {
            catalog.unreadable("invalid index " + name);
            return Optional.empty();
        }
        Optional<ObjectId<?>> indexed = catalog.identified("pg_class", row.number("indrelid"));
        Optional<Index> index = indexed.filter(relation -> relation.type() != Partition.class)
                .map(relation -> new Index(
                        name,
                        relation,
                        row.is("indisunique"),
                        row.text("amname"),
                        keys(row),
                        included(row),
                        row.find("predicate").map(Expression::printed)));
        index.ifPresent(i -> catalog.identify("pg_class", row.number("oid"), i.id()));
        return index;
    }

    /** The keys of the index of a row. */
    static List<IndexKey> keys(Row row) {
        List<IndexKey> keys = new ArrayList<>();
        for (int i = 0; i < row.number("indnkeyatts"); i++) {
            long options = row.numbers("options").get(i);
            keys.add(new IndexKey(
                    Expression.printed(row.texts("keys").get(i)),
                    row.numbers("attributes").get(i) != 0,
                    (options & DESCENDING) != 0,
                    (options & NULLS_FIRST) != 0,
                    row.texts("classes").get(i)));
        }
        return keys;
    }

    /** The columns that the index of a row holds beside its keys. */
    static List<String> included(Row row) {
        List<String> attributes = row.texts("keys");
        return attributes.subList((int) row.number("indnkeyatts"), attributes.size()).stream()
                .map(IndexType::unquoted)
                .toList();
    }

    private static String unquoted(String name) {
        return new Expression(name).bareNames().iterator().next();
    }
}
