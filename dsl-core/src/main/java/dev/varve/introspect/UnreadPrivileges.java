package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Map;

/**
 * Privileges on what is no object of the state, so that they are reported instead of passed over. Those on what PostgreSQL and extensions brought
 * are no longer theirs once somebody has changed them: {@code pg_dump} writes what differs from {@code pg_init_privs}.
 */
final class UnreadPrivileges {

    /** The sequences of columns are read with these, or are traits. What was first granted on the information schema is recorded nowhere. */
    private static final String SQL = """
            with held(catalog, oid, col, acl, initial) as (
                select 'pg_class', c.oid, 0, c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)
                from pg_class c where c.relacl is not null
                    and c.relnamespace not in (select oid from pg_namespace where nspname = 'information_schema')
                union all
                select 'pg_class', attrelid, attnum, attacl, '{}'::aclitem[] from pg_attribute
                where attacl is not null and not attisdropped
                union all select 'pg_proc', oid, 0, proacl, acldefault('f', proowner) from pg_proc where proacl is not null
                union all select 'pg_type', oid, 0, typacl, acldefault('T', typowner) from pg_type where typacl is not null
                union all select 'pg_namespace', oid, 0, nspacl, acldefault('n', nspowner) from pg_namespace
                    where nspacl is not null and nspname <> 'information_schema'
                union all select 'pg_foreign_data_wrapper', oid, 0, fdwacl, acldefault('F', fdwowner)
                    from pg_foreign_data_wrapper where fdwacl is not null
                union all select 'pg_language', oid, 0, lanacl, acldefault('l', lanowner) from pg_language where lanacl is not null
                union all select 'pg_foreign_server', oid, 0, srvacl, acldefault('S', srvowner)
                    from pg_foreign_server where srvacl is not null
            )
            select h.catalog, h.oid, h.col, h.oid < 16384 or e.objid is not null as foreign,
                coalesce(s.relkind = 'S', false) as sequence
            from held h
            join pg_class c on c.relname = h.catalog and c.relnamespace = 'pg_catalog'::regnamespace
            left join pg_init_privs i on i.classoid = c.oid and i.objoid = h.oid and i.objsubid = h.col
            left join pg_depend e on e.classid = c.oid and e.objid = h.oid and e.deptype = 'e'
            left join pg_class s on h.catalog = 'pg_class' and s.oid = h.oid
            where not (h.acl @> coalesce(i.initprivs, h.initial) and h.acl <@ coalesce(i.initprivs, h.initial))
            """;

    private record Held(CatalogPlace place, boolean foreign, boolean sequence) {

        Held(Row row) {
            this(
                    new CatalogPlace(row.text("catalog"), row.number("oid"), row.number("col")),
                    row.is("foreign"),
                    row.is("sequence"));
        }

        boolean isRead(Catalog read) {
            return sequence && !foreign || place.isRead(read);
        }

        /** What PostgreSQL or an extension brought is nobody's own, but its privileges may be. */
        boolean isOwn(String schema, Catalog read) {
            return foreign
                    ? read.isOwn(schema) && !schema.equals("information_schema")
                    : read.isOwn(place.catalog(), place.oid(), schema)
                            && (!place.catalog().equals("pg_class") || read.isOwn(place.oid()));
        }
    }

    private UnreadPrivileges() {}

    /** Reports every privilege that somebody has granted or revoked on what nobody has read. */
    static void report(Catalog catalog) {
        List<Held> unread = catalog.query(SQL, Held::new).stream()
                .filter(held -> !held.isRead(catalog))
                .toList();
        Map<String, CatalogAddress> addresses =
                CatalogAddress.byKey(unread.stream().map(Held::place).toList(), catalog);
        unread.stream()
                .filter(held -> addresses.containsKey(held.place().key()))
                .filter(held -> held.isOwn(addresses.get(held.place().key()).schema(), catalog))
                .map(held ->
                        "privileges on " + addresses.get(held.place().key()).words())
                .sorted()
                .forEach(catalog::unreadable);
    }
}
