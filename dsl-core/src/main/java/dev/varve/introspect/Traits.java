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
            select r.oid, format('options of %s %s', r.kind, r.full_name) as trait from relation r where r.reloptions is not null
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
            select r.oid, format('rule %s on %s %s', w.rulename, r.kind, r.full_name) from relation r
                join pg_rewrite w on w.ev_class = r.oid where w.rulename <> '_RETURN'
            union all
            select r.oid, format('constraint %s of table %s, which is not validated', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid where not k.convalidated
            union all
            select r.oid, format('constraint %s of table %s, which is checked later', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid where k.contype in ('p', 'u') and k.condeferrable
            union all
            select r.oid, format('constraint %s of table %s, which matches in full', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid where k.contype = 'f' and k.confmatchtype = 'f'
            union all
            select r.oid, format('constraint %s of table %s, which clears only some columns', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid where k.confdelsetcols is not null
            union all
            select r.oid, format('constraint %s of table %s, which heirs do not have', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid where k.contype = 'c' and k.connoinherit
            union all
            select r.oid, format('constraint %s of table %s, which has more columns in its index', k.conname, r.full_name)
                from relation r join pg_constraint k on k.conrelid = r.oid join pg_index i on i.indexrelid = k.conindid
                where k.contype in ('p', 'u') and i.indnatts > i.indnkeyatts
            union all
            select r.oid, case when k.conname is null then format('index %s', r.full_name)
                    else format('constraint %s of table %s.%s', k.conname, n.nspname, t.relname) end
                    || ', which does not tell nulls apart'
                from relation r join pg_index i on i.indexrelid = r.oid join pg_class t on t.oid = i.indrelid
                join pg_namespace n on n.oid = t.relnamespace left join pg_constraint k on k.conindid = r.oid and k.contype = 'u'
                where i.indnullsnotdistinct
            union all
            select r.oid, format('comment on constraint %s of table %s', k.conname, r.full_name) from relation r
                join pg_constraint k on k.conrelid = r.oid
                join pg_description d on d.classoid = 'pg_constraint'::regclass and d.objoid = k.oid
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
