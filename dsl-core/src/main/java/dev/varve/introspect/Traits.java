package dev.varve.introspect;

import dev.varve.spi.Catalog;
import java.util.List;

/** What relations can be beside what the model holds, so that it is reported instead of passed over. */
final class Traits {

    /** Whether the privileges on a sequence are those that its owner grants on new ones by default. */
    private static final String GRANTED_BY_DEFAULT = """
            not exists (
                select from (select e.*, true as held from aclexplode(r.relacl) e
                    union all select e.*, false from aclexplode(coalesce((select f.defaclacl from pg_default_acl f
                        where f.defaclrole = r.relowner and f.defaclnamespace = 0 and f.defaclobjtype = 'S'),
                        acldefault('s', r.relowner))) e
                    union all select e.*, false from pg_default_acl f, aclexplode(f.defaclacl) e
                        where f.defaclrole = r.relowner and f.defaclnamespace = r.relnamespace and f.defaclobjtype = 'S') x
                group by x.grantee, x.privilege_type
                having bool_or(x.is_grantable) filter (where x.held) is distinct from
                    bool_or(x.is_grantable) filter (where not x.held))
            """;

    private static final String QUERY = """
            with relation as (
                select c.*, format('%s.%s', n.nspname, c.relname) as full_name,
                    case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index'
                        when 'S' then 'sequence' else 'table' end as kind
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'v', 'm', 'i', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            )
            select r.oid, format('options of %s %s', r.kind, r.full_name) as trait from relation r
                where r.reloptions is not null and r.relkind = 'p'
            union all
            select r.oid, format('%s of partition %s, which its table does not have', own.what, r.full_name) from relation r,
                lateral (select format('value of column %s', a.attname) as what from pg_attribute a
                        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        join pg_attribute ra on ra.attrelid = pg_partition_root(r.oid) and ra.attname = a.attname
                        left join pg_attrdef rd on rd.adrelid = ra.attrelid and rd.adnum = ra.attnum
                        where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and (a.attgenerated <> '' or ra.attgenerated <> '')
                            and (a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) is distinct from
                                (ra.attgenerated, pg_get_expr(rd.adbin, rd.adrelid))) own
                where r.relispartition and r.relkind in ('r', 'p')
            union all
            select r.oid, format('state of trigger %s of partition %s, which is not the one of its table', t.tgname, r.full_name)
                from relation r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
                join pg_trigger above on above.oid = t.tgparentid and above.tgenabled <> t.tgenabled
            union all
            select distinct r.oid, format('state of the triggers of constraint %s on table %s, which is not the usual one', k.conname, r.full_name)
                from relation r join pg_trigger t on t.tgrelid = r.oid and t.tgisinternal and t.tgenabled <> 'O'
                join pg_constraint k on k.oid = t.tgconstraint
            union all
            select r.oid, format('not-null constraint %s of table %s, which has no name of its own', k.conname, r.full_name)
                from relation r join pg_constraint k on k.conrelid = r.oid
                where k.contype = 'n' and k.conname ~ '_not_null[0-9]*$' and (k.connoinherit or not k.convalidated)
            union all
            select r.oid, format('privileges on sequence %s of a partition', r.full_name) from relation r
                join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype = 'i'
                    and d.refclassid = 'pg_class'::regclass
                join pg_class t on t.oid = d.refobjid and t.relispartition
                where r.relkind = 'S' and r.relacl is not null and not {granted}
            union all
            select r.oid, format('persistence of unlogged sequence %s', r.full_name) from relation r
                join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype in ('a', 'i')
                    and d.refclassid = 'pg_class'::regclass
                join pg_class t on t.oid = d.refobjid
                where r.relkind = 'S' and r.relpersistence = 'u' and t.relpersistence <> 'u'
            order by 2
            """.replace("{granted}", GRANTED_BY_DEFAULT);

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
