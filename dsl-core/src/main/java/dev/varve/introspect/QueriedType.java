package dev.varve.introspect;

import dev.varve.model.Queried;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relations that are queries, of one kind of {@code pg_class}. */
abstract class QueriedType<O extends Queried> implements ObjectType<O> {

    private final Class<O> type;
    private final String relationKind;

    QueriedType(Class<O> type, String relationKind) {
        this.type = type;
        this.relationKind = relationKind;
    }

    @Override
    public final Class<O> type() {
        return type;
    }

    @Override
    public final Optional<String> catalog() {
        return Optional.of("pg_class " + relationKind);
    }

    @Override
    public List<O> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, pg_get_viewdef(c.oid) as query, nullif(m.amname, 'heap') as method,
                    s.spcname, c.reloptions || array(select 'toast.' || o from unnest(t.reloptions) o) as options,
                    array(select a.attname::text from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                        where d.adrelid = c.oid order by d.adnum) as defaulted,
                    array(select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                        where d.adrelid = c.oid order by d.adnum) as defaults
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_class t on t.oid = c.reltoastrelid
                left join pg_am m on m.oid = c.relam
                left join pg_tablespace s on s.oid = c.reltablespace
                where c.relkind = ?::"char" and n.nspname <> 'information_schema' and n.nspname !~ '^pg_(catalog|toast)'
                """;
        Map<Long, O> read = new LinkedHashMap<>();
        catalog.query(
                sql,
                row -> Optional.of(row.number("oid"))
                        .filter(catalog::isOwn)
                        .map(oid -> read.put(oid, read(row, catalog))),
                relationKind);
        CircularViews circles = new CircularViews(read.values());
        read.values().removeIf(view -> isCircular(view, circles, catalog));
        read.forEach((oid, object) -> catalog.identify("pg_class", oid, object.id()));
        return List.copyOf(read.values());
    }

    /** What a circle of views would need is a stub of one of them that is replaced once the others are there. */
    private boolean isCircular(O view, CircularViews circles, Catalog catalog) {
        boolean isCircular = circles.contain(view.name());
        if (isCircular) {
            catalog.unreadable(view.id()
                    + ", which selects from itself through other views: let one of them select from tables instead");
        }
        return isCircular;
    }

    private O read(Row row, Catalog catalog) {
        QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("relname"));
        Query query = Query.printed(row.text("query"));
        O read = read(row, name, query);
        return query.selectsFrom(name) ? startingAs(stub(row.number("oid"), catalog), read) : read;
    }

    private static Query stub(long relation, Catalog catalog) {
        String sql = """
                select string_agg(format('null::%s%s as %I', format_type(a.atttypid, a.atttypmod),
                    case when a.attcollation <> t.typcollation then format(' collate %I.%I', n.nspname, l.collname) else '' end, a.attname),
                    ', ' order by a.attnum) as columns
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                left join pg_collation l on l.oid = a.attcollation left join pg_namespace n on n.oid = l.collnamespace
                where a.attrelid = ? and a.attnum > 0
                """;
        return catalog.query(sql, row -> new Query("select " + row.text("columns")), relation)
                .get(0);
    }

    /** The relation, whose query is over itself, so that it shows something else at first. */
    O startingAs(Query first, O relation) {
        return relation;
    }

    /** The relation of a row, under that name and with that query. */
    abstract O read(Row row, QualifiedName name, Query query);
}
