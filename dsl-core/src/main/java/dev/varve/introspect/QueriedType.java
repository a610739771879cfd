package dev.varve.introspect;

import dev.varve.model.Queried;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
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
        return catalog
                .query(
                        sql,
                        row -> Optional.of(row.number("oid"))
                                .filter(catalog::isOwn)
                                .flatMap(oid -> read(row, catalog)),
                        relationKind)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What selects from itself cannot be made by one statement, and is left over. */
    private Optional<O> read(Row row, Catalog catalog) {
        QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("relname"));
        Query query = Query.printed(row.text("query"));
        O object = read(row, name, query);
        if (query.qualifiedNames().contains(name)) {
            return Optional.empty();
        }
        catalog.identify("pg_class", row.number("oid"), object.id());
        return Optional.of(object);
    }

    /** The relation of a row, under that name and with that query. */
    abstract O read(Row row, QualifiedName name, Query query);
}
