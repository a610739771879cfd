package dev.varve.introspect;

import dev.varve.spi.Catalog;
import java.util.stream.Stream;

/** What the catalogs hold and no kind of object has read, so that nothing is left out in silence. */
final class Leftovers {

    /** User mappings report themselves. What came with something else depends on it internally, and the sequence of a column automatically. */
    private static final String SQL = """
            with candidate(catalog, oid, namespace) as (
                select 'pg_class', oid, relnamespace from pg_class where relkind not in ('t', 'i', 'I')
                union all select 'pg_proc', oid, pronamespace from pg_proc
                union all select 'pg_type', oid, typnamespace from pg_type
                union all select 'pg_operator', oid, oprnamespace from pg_operator
                union all select 'pg_opclass', oid, opcnamespace from pg_opclass
                union all select 'pg_opfamily', oid, opfnamespace from pg_opfamily
                union all select 'pg_collation', oid, collnamespace from pg_collation
                union all select 'pg_conversion', oid, connamespace from pg_conversion
                union all select 'pg_ts_parser', oid, prsnamespace from pg_ts_parser
                union all select 'pg_ts_template', oid, tmplnamespace from pg_ts_template
                union all select 'pg_ts_dict', oid, dictnamespace from pg_ts_dict
                union all select 'pg_ts_config', oid, cfgnamespace from pg_ts_config
                union all select 'pg_statistic_ext', oid, stxnamespace from pg_statistic_ext
                union all select 'pg_cast', oid, 0 from pg_cast
                union all select 'pg_language', oid, 0 from pg_language
                union all select 'pg_transform', oid, 0 from pg_transform
                union all select 'pg_am', oid, 0 from pg_am
                union all select 'pg_event_trigger', oid, 0 from pg_event_trigger
                union all select 'pg_publication', oid, 0 from pg_publication
                union all select 'pg_foreign_data_wrapper', oid, 0 from pg_foreign_data_wrapper
                union all select 'pg_foreign_server', oid, 0 from pg_foreign_server
            )
            select c.catalog, c.oid, coalesce(n.nspname, '') as nspname,
                pg_describe_object(('pg_catalog.' || c.catalog)::regclass, c.oid, 0) as words
            from candidate c left join pg_namespace n on n.oid = c.namespace
            where c.oid >= 16384
                and not exists (select from pg_depend d where d.classid = ('pg_catalog.' || c.catalog)::regclass and d.objid = c.oid
                    and (d.deptype in ('i', 'e', 'P') or d.deptype = 'a' and c.catalog = 'pg_class'
                        and d.refclassid = 'pg_class'::regclass))
            order by words
            """;

    /**
     * Some objects go with an extension without being of it, and some have labels for whoever guards them. From PostgreSQL 17 on a domain
     * names the constraint by which it refuses null. The index of a key that only a partition has can be the part that the partition has of
     * an index of its table, and then PostgreSQL drops neither of the two alone. A partition that is made after a check that is not valid has a
     * valid one.
     */
    private static final String TIES = """
            select c.relname::text as catalog, d.objid as oid, coalesce((pg_identify_object(d.classid, d.objid, 0)).schema, '') as nspname,
                format('dependence of %s on extension %s', pg_describe_object(d.classid, d.objid, 0), e.extname) as words
            from pg_depend d join pg_class c on c.oid = d.classid join pg_extension e on e.oid = d.refobjid
            where d.deptype = 'x' and d.refclassid = 'pg_extension'::regclass
            union all
            select c.relname::text, s.objoid, coalesce((pg_identify_object(s.classoid, s.objoid, 0)).schema, ''),
                format('security label of %s', pg_describe_object(s.classoid, s.objoid, s.objsubid))
            from pg_seclabel s join pg_class c on c.oid = s.classoid
            union all
            select 'pg_type', t.oid, n.nspname,
                format('not-null constraint %s of domain %s.%s, which has no name here', k.conname, n.nspname, t.typname)
            from pg_constraint k join pg_type t on t.oid = k.contypid join pg_namespace n on n.oid = t.typnamespace
            where k.contype = 'n' and k.conname !~ '_not_null[0-9]*$'
            union all
            select 'pg_class', p.oid, n.nspname,
                format('constraint %s of partition %s.%s, whose index is a part of index %s.%s, too', k.conname, n.nspname, p.relname,
                    an.nspname, a.relname)
            from pg_constraint k join pg_class p on p.oid = k.conrelid join pg_namespace n on n.oid = p.relnamespace
                join pg_inherits h on h.inhrelid = k.conindid join pg_class a on a.oid = h.inhparent
                join pg_namespace an on an.oid = a.relnamespace
            where k.contype in ('p', 'u', 'x') and k.conparentid = 0
            union all
            select 'pg_class', p.oid, n.nspname,
                format('validity of constraint %s of partition %s.%s, which that of its table lacks', k.conname, n.nspname, p.relname)
            from pg_constraint k join pg_class p on p.oid = k.conrelid and p.relispartition
                join pg_namespace n on n.oid = p.relnamespace join pg_inherits h on h.inhrelid = p.oid
                join pg_constraint w on w.conrelid = h.inhparent and w.conname = k.conname and w.contype = 'c' and not w.convalidated
            where k.contype = 'c' and k.convalidated
            order by words
            """;

    private record Leftover(String catalog, long oid, String schema, String words) {}

    private Leftovers() {}

    /** Reports every object of users that was not identified. */
    static void report(Catalog catalog) {
        own(SQL, catalog)
                .filter(one -> catalog.identified(one.catalog(), one.oid()).isEmpty())
                .forEach(one -> catalog.unreadable(one.words()));
        own(TIES, catalog).forEach(one -> catalog.unreadable(one.words()));
    }

    private static Stream<Leftover> own(String sql, Catalog catalog) {
        return catalog
                .query(
                        sql,
                        row -> new Leftover(
                                row.text("catalog"), row.number("oid"), row.text("nspname"), row.text("words")))
                .stream()
                .filter(one -> catalog.isOwn(one.catalog(), one.oid(), one.schema()))
                .filter(one -> !one.catalog().equals("pg_class") || catalog.isOwn(one.oid()));
    }
}
