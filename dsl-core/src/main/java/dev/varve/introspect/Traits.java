package dev.varve.introspect;

import dev.varve.spi.Catalog;
import java.util.List;

/** What relations can be beside what the model holds, so that it is reported instead of passed over. */
final class Traits {

    private static final String QUERY = """
            with relation as (
                select c.*, format('%s.%s', n.nspname, c.relname) as full_name,
                    case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index'
                        when 'S' then 'sequence' else 'table' end as kind
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'v', 'm', 'i', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            )
            select r.oid, format('options of %s %s', r.kind, r.full_name) as trait from relation r
                where r.reloptions is not null and r.relkind = 'i'
                    and exists (select from pg_constraint k where k.conindid = r.oid and k.contype in ('p', 'u', 'x'))
            union all
            select r.oid, format('unlogged %s %s', r.kind, r.full_name) from relation r where r.relpersistence = 'u' and r.relkind = 'r'
            union all
            select r.oid, format('inheritance of %s %s', r.kind, r.full_name) from relation r
                join pg_inherits h on h.inhrelid = r.oid where not r.relispartition and r.relkind = 'r'
            union all
            select r.oid, format('row security of table %s', r.full_name) from relation r where r.relrowsecurity
            union all
            select r.oid, format('policy %s on table %s', p.polname, r.full_name) from relation r join pg_policy p on p.polrelid = r.oid
            union all
            select r.oid, format('not-null constraint %s of table %s, which has no name of its own', k.conname, r.full_name)
                from relation r join pg_constraint k on k.conrelid = r.oid
                where k.contype = 'n' and k.conname ~ '_not_null[0-9]*$' and (k.connoinherit or not k.convalidated
                    or obj_description(k.oid, 'pg_constraint') is not null)
            union all
            select r.oid, format('owner of sequence %s', r.full_name) from relation r
                join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype = 'a'
                    and d.refclassid = 'pg_class'::regclass
                where r.relkind = 'S'
            order by 2
            """;

    private record Trait(long relation, String words) {}

    private Traits() {}

    /** Reports every trait of the users' relations. */
    static void report(Catalog catalog) {
        List<Trait> traits = catalog.query(QUERY, row -> new Trait(row.number("oid"), row.text("trait")));
        traits.stream()
                .filter(trait -> catalog.isOwn(trait.relation()))
                .forEach(trait -> catalog.unreadable(trait.words()));
    }
}
