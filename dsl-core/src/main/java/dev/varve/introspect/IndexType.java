package dev.varve.introspect;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.OperatorClass;
import dev.varve.model.Options;
import dev.varve.model.Storage;
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
            i.indnullsnotdistinct, array_to_string(c.reloptions, chr(31)) as storage,
            (select s.spcname from pg_tablespace s where s.oid = c.reltablespace) as spcname,
            array(select case when o.opcdefault and a.attoptions is null then '' else o.opcname::text end
                from unnest(i.indclass) with ordinality u(class, place) join pg_opclass o on o.oid = u.class
                join pg_attribute a on a.attrelid = i.indexrelid and a.attnum = u.place order by place) as classes,
            array(select n.nspname::text from unnest(i.indclass) with ordinality u(class, place)
                join pg_opclass o on o.oid = u.class join pg_namespace n on n.oid = o.opcnamespace order by place) as class_schemas,
            array(select coalesce(array_to_string(a.attoptions, chr(31)), '') from pg_attribute a
                where a.attrelid = i.indexrelid and a.attnum <= i.indnkeyatts order by a.attnum) as class_options,
            array(select coalesce(a.attstattarget, -1)::int from pg_attribute a
                where a.attrelid = i.indexrelid and a.attnum <= i.indnkeyatts order by a.attnum) as statistics,
            array(select case when o.oid is null or u.own then '' else o.collname::text end
                from (select place, coll, case when i.indkey[place - 1] <> 0
                        then coll = (select a.attcollation from pg_attribute a
                            where a.attrelid = i.indrelid and a.attnum = i.indkey[place - 1])
                        else position(pg_get_indexdef(i.indexrelid, place::int, false) || ' COLLATE ' || coll::regcollation::text
                            in pg_get_indexdef(i.indexrelid)) = 0 end as own
                    from unnest(i.indcollation) with ordinality k(coll, place)) u
                left join pg_collation o on o.oid = u.coll order by place) as collations,
            array(select coalesce(n.nspname::text, '') from unnest(i.indcollation) with ordinality u(coll, place)
                left join pg_collation o on o.oid = u.coll left join pg_namespace n on n.oid = o.collnamespace
                order by place) as collation_schemas
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    @Override
    public Class<Index> type() {
        return Index.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class i");
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
        Optional<Index> index = indexed.map(relation -> new Index(
                name,
                relation,
                row.is("indisunique"),
                row.is("indnullsnotdistinct"),
                row.text("amname"),
                keys(row),
                included(row),
                row.find("predicate").map(Expression::printed),
                storage(row)));
        index.ifPresent(i -> catalog.identify("pg_class", row.number("oid"), i.id()));
        return index;
    }

    /** How and where the index of a row is kept. */
    static Storage storage(Row row) {
        return new Storage(stored(row.find("storage").orElse("")), row.find("spcname"));
    }

    /** The keys of the index of a row. */
    static List<IndexKey> keys(Row row) {
        List<IndexKey> keys = new ArrayList<>();
        for (int i = 0; i < row.number("indnkeyatts"); i++) {
            long options = row.numbers("options").get(i);
            long statistics = row.numbers("statistics").get(i);
            keys.add(new IndexKey(
                    Expression.printed(row.texts("keys").get(i)),
                    row.numbers("attributes").get(i) != 0,
                    collation(row, i),
                    operatorClass(row, i),
                    (options & DESCENDING) != 0,
                    (options & NULLS_FIRST) != 0,
                    statistics < 0 ? Optional.empty() : Optional.of((int) statistics)));
        }
        return keys;
    }

    private static Optional<QualifiedName> collation(Row row, int key) {
        return Optional.of(row.texts("collations").get(key))
                .filter(name -> !name.isEmpty())
                .map(name -> QualifiedName.of(row.texts("collation_schemas").get(key), name));
    }

    private static Optional<OperatorClass> operatorClass(Row row, int key) {
        return Optional.of(row.texts("classes").get(key))
                .filter(name -> !name.isEmpty())
                .map(name -> new OperatorClass(
                        QualifiedName.of(row.texts("class_schemas").get(key), name),
                        stored(row.texts("class_options").get(key))));
    }

    /** Options come in one text with a sign between them that none of them has. */
    private static Options stored(String entries) {
        return Options.stored(entries.isEmpty() ? List.of() : List.of(entries.split("\u001f")));
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
