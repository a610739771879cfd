package dev.varve.introspect;

import dev.varve.model.SchemaObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Relations that are queries, of one kind of {@code pg_class}. */
abstract class QueriedType<O extends SchemaObject> implements ObjectType<O> {

    private final Class<O> type;
    private final String relationKind;
    private final BiFunction<QualifiedName, Query, O> constructor;

    QueriedType(Class<O> type, String relationKind, BiFunction<QualifiedName, Query, O> constructor) {
        this.type = type;
        this.relationKind = relationKind;
        this.constructor = constructor;
    }

    @Override
    public final Class<O> type() {
        return type;
    }

    @Override
    public final List<O> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, pg_get_viewdef(c.oid) as query
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = ?::"char" and n.nspname <> 'information_schema' and n.nspname !~ '^pg_(catalog|toast)'
                """;
        return catalog
                .query(
                        sql,
                        row -> Optional.of(row.number("oid"))
                                .filter(catalog::isOwn)
                                .map(oid -> read(row, catalog)),
                        relationKind)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private O read(Row row, Catalog catalog) {
        O object = constructor.apply(
                QualifiedName.of(row.text("nspname"), row.text("relname")), Query.printed(row.text("query")));
        catalog.identify("pg_class", row.number("oid"), object.id());
        return object;
    }
}
