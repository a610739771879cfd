package dev.varve.introspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.varve.model.Foreign;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** On which servers the rows of foreign tables are. */
final class ForeignType implements FacetType<Foreign> {

    private record Told(long table, String column, ForeignOptions options) {}

    private record Found(QualifiedName table, Foreign foreign) {}

    @Override
    public Class<Foreign> type() {
        return Foreign.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_foreign_server");
    }

    @Override
    public Map<QualifiedName, Foreign> introspect(Catalog catalog) {
        Map<Long, List<Told>> told = catalog
                .query(
                        """
                        select a.attrelid, a.attname, a.attfdwoptions as options from pg_attribute a
                        where a.attfdwoptions is not null and a.attnum > 0 and not a.attisdropped
                        """,
                        row -> new Told(row.number("attrelid"), row.text("attname"), ForeignServerType.options(row)))
                .stream()
                .collect(groupingBy(Told::table));
        String sql = """
                select c.oid, n.nspname, c.relname, s.srvname, coalesce(f.ftoptions, '{}') as options
                from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_foreign_server s on s.oid = f.ftserver
                """;
        return catalog
                .query(
                        sql,
                        row -> new Found(
                                QualifiedName.of(row.text("nspname"), row.text("relname")),
                                new Foreign(
                                        ForeignServer.id(row.text("srvname")),
                                        ForeignServerType.options(row),
                                        told.getOrDefault(row.number("oid"), List.of()).stream()
                                                .collect(toMap(
                                                        Told::column, Told::options, (a, b) -> a, TreeMap::new)))))
                .stream()
                .collect(toMap(Found::table, Found::foreign));
    }
}
