package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a row of a system catalog is about, as PostgreSQL says it.
 *
 * @param schema the schema in which it lives, its own name if it is one, or empty if it lives in none
 * @param words such as {@code function public.area(box)}
 */
record CatalogAddress(String schema, String words) {

    private static final String SQL = """
            select r.key, i.schema, i.type, i.name, case i.type when 'domain constraint' then i.type || ' ' || i.identity
                else pg_describe_object(r.catalog, r.oid, r.col) end as words
            from (select key, ('pg_catalog.' || split_part(key, ':', 1))::regclass::oid, split_part(key, ':', 2)::oid,
                split_part(key, ':', 3)::int from unnest(string_to_array(?, ' ')) key) r(key, catalog, oid, col)
            cross join lateral pg_identify_object(r.catalog, r.oid, 0) i
            where pg_describe_object(r.catalog, r.oid, r.col) is not null
            """;

    private record Found(String key, CatalogAddress address) {

        Found(Row row) {
            this(row.text("key"), new CatalogAddress(schema(row), row.text("words")));
        }

        private static String schema(Row row) {
            return row.find("schema").orElse(row.text("type").equals("schema") ? row.text("name") : "");
        }
    }

    /** The addresses of places, in one query for all of them; what is said of something that is gone has none. */
    static Map<String, CatalogAddress> byKey(List<CatalogPlace> places, Catalog catalog) {
        String keys = places.stream().map(CatalogPlace::key).collect(Collectors.joining(" "));
        return keys.isEmpty()
                ? Map.of()
                : catalog.query(SQL, Found::new, keys).stream().collect(Collectors.toMap(Found::key, Found::address));
    }
}
