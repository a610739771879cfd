package dev.varve.introspect;

import dev.varve.spi.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which system catalogs hold anything that does not come with PostgreSQL. Most databases have neither text search nor operators of their own:
 * one question tells, and spares the others.
 *
 * @param found the catalogs, and what relations and types are, such as {@code pg_class v} or {@code pg_class unlogged}
 */
record Holdings(Set<String> found) {

    private static final List<String> CATALOGS = List.of(
            "pg_cast",
            "pg_collation",
            "pg_constraint",
            "pg_default_acl",
            "pg_event_trigger",
            "pg_extension",
            "pg_foreign_data_wrapper",
            "pg_foreign_server",
            "pg_language",
            "pg_opclass",
            "pg_operator",
            "pg_opfamily",
            "pg_policy",
            "pg_proc",
            "pg_publication",
            "pg_rewrite",
            "pg_statistic_ext",
            "pg_subscription",
            "pg_transform",
            "pg_trigger",
            "pg_ts_config",
            "pg_ts_dict");

    /** What only some relations are, and when. */
    private static final Map<String, String> FEATURES = new TreeMap<>(Map.of(
            "identity", "c.relkind in ('r', 'p') and c.relreplident <> 'd'",
            "method", "c.relkind in ('r', 'p') and c.relam <> 0 and c.relam <> h.oid",
            "parent", "c.relkind <> 'p' and c.relhassubclass",
            "options", "c.reloptions is not null",
            "partition", "c.relispartition",
            "partitioned", "c.relkind = 'p'",
            "secured", "c.relrowsecurity or c.relforcerowsecurity",
            "tablespace", "c.reltablespace <> 0",
            "typed", "c.reloftype <> 0",
            "unlogged", "c.relpersistence = 'u'"));

    /** A maximum is found at the end of the index, however many rows there are. */
    private static final String SQL = """
            select 'pg_class ' || f.feature as found
            from pg_class c left join pg_am h on h.amname = current_setting('default_table_access_method')
            cross join lateral (values (lower(c.relkind::text), true), %s) f(feature, present)
            where c.oid >= 16384 and f.present group by 1
            union all select 'pg_type ' || typtype::text from pg_type where oid >= 16384 group by 1
            %s
            """.formatted(
            FEATURES.entrySet().stream()
                    .map(feature -> "('" + feature.getKey() + "', " + feature.getValue() + ')')
                    .collect(Collectors.joining(", ")),
            CATALOGS.stream()
                    .map(name -> "union all select '" + name + "' where (select max(oid) from " + name + ") >= 16384")
                    .collect(Collectors.joining("\n")));

    Holdings {
        found = Set.copyOf(found);
    }

    static Holdings in(Catalog catalog) {
        return new Holdings(Set.copyOf(catalog.query(SQL, row -> row.text("found"))));
    }

    /** Whether there may be something in a catalog, or relations or types of a kind. */
    boolean has(String catalog) {
        boolean asked = catalog.contains(" ") || CATALOGS.contains(catalog);
        return !asked || found.contains(catalog);
    }
}
