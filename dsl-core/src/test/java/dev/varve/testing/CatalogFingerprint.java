package dev.varve.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the catalogs say of the users' objects, a line each, in a fixed order and without oids. It shares no code with the
 * introspector, so that the one can be held against the other.
 */
final class CatalogFingerprint {

    private static final String QUERY = """
            with own as (
                select n.oid, n.nspname from pg_namespace n
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname !~ '^_?timescaledb'
            )
            select line from (
                select format('schema %s %s', nspname, obj_description(oid, 'pg_namespace')) as line from own
                union all
                select format('extension %s in %s %s', e.extname, n.nspname, obj_description(e.oid, 'pg_extension'))
                from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                union all
                select format('relation %s.%s %s %s %s %s method=%s tablespace=%s identity=%s security=%s%s of=%s bound=%s key=%s',
                    o.nspname, c.relname, c.relkind, c.relpersistence, array(select option from unnest(c.reloptions) option order by 1), obj_description(c.oid, 'pg_class'),
                    m.amname, c.reltablespace, c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.reloftype::regtype,
                    pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid))
                from pg_class c join own o on o.oid = c.relnamespace left join pg_am m on m.oid = c.relam
                union all
                select format('inheritance %s from %s', h.inhrelid::regclass, h.inhparent::regclass)
                from pg_inherits h join pg_class c on c.oid = h.inhrelid join own o on o.oid = c.relnamespace
                union all
                select format('storage of %s.%s %s tablespace=%s toast=%s', o.nspname, c.relname, m.amname, s.spcname, t.reloptions)
                from pg_class c join own o on o.oid = c.relnamespace left join pg_am m on m.oid = c.relam
                left join pg_tablespace s on s.oid = c.reltablespace left join pg_class t on t.oid = c.reltoastrelid
                where c.relkind in ('m', 'i')
                union all
                select format('column %s.%s.%s %s %s notnull=%s identity=%s generated=%s default=%s comment=%s'
                    || ' collation=%s storage=%s compression=%s statistics=%s options=%s', o.nspname,
                    c.relname, case when c.relkind in ('i', 'I') then '' else a.attname end, row_number() over (partition by a.attrelid order by a.attnum),
                    format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                    pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum),
                    nullif(a.attcollation, 0)::regcollation, a.attstorage, a.attcompression, a.attstattarget,
                    array(select option from unnest(a.attoptions) option where option !~ '^pg_attver=' order by 1))
                from pg_attribute a join pg_class c on c.oid = a.attrelid join own o on o.oid = c.relnamespace
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attnum > 0 and not a.attisdropped
                union all
                select format('constraint %s on %s %s validated=%s index=%s %s',
                    k.conname, k.conrelid::regclass,
                    pg_get_constraintdef(k.oid), k.convalidated, k.conindid::regclass, obj_description(k.oid, 'pg_constraint'))
                from pg_constraint k join own o on o.oid = k.connamespace
                where not exists ( -- what PostgreSQL keeps, and names, of a foreign key for each partition of the table that is referenced
                    select from pg_constraint p where p.oid = k.conparentid and p.conrelid = k.conrelid)
                union all
                select format('index %s %s valid=%s clustered=%s identity=%s', pg_get_indexdef(i.indexrelid), i.indisunique,
                    i.indisvalid, i.indisclustered, i.indisreplident)
                from pg_index i join pg_class c on c.oid = i.indexrelid join own o on o.oid = c.relnamespace
                union all
                select format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid))
                from pg_class c join own o on o.oid = c.relnamespace where c.relkind in ('v', 'm')
                union all
                select format('wrapper %s %s %s %s %s', fdwname, fdwhandler::regproc, fdwvalidator::regproc, fdwoptions,
                    obj_description(oid, 'pg_foreign_data_wrapper')) from pg_foreign_data_wrapper
                union all
                select format('server %s %s %s %s %s %s', s.srvname, w.fdwname, s.srvtype, s.srvversion, s.srvoptions,
                    obj_description(s.oid, 'pg_foreign_server'))
                from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
                union all
                select format('user mapping %s %s %s', srvname, usename, umoptions) from pg_user_mappings
                union all
                select format('foreign table %s %s %s', f.ftrelid::regclass, s.srvname, f.ftoptions)
                from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver
                union all
                select format('foreign column %s %s %s', attrelid::regclass, attname, attfdwoptions)
                from pg_attribute where attfdwoptions is not null
                union all
                select format('rule %s enabled=%s %s', pg_get_ruledef(w.oid), w.ev_enabled, obj_description(w.oid, 'pg_rewrite'))
                from pg_rewrite w join pg_class c on c.oid = w.ev_class join own o on o.oid = c.relnamespace
                where w.rulename <> '_RETURN'
                union all
                select format('trigger %s enabled=%s %s', pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger'))
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join own o on o.oid = c.relnamespace
                where not t.tgisinternal and t.tgfoid::regproc::text !~ '^_timescaledb'
                union all
                select format('routine %s %s', pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc'))
                from pg_proc p join own o on o.oid = p.pronamespace
                where p.prokind in ('f', 'p')
                    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                union all
                select format('routine kind %s %s %s', p.oid::regprocedure, p.prokind, obj_description(p.oid, 'pg_proc'))
                from pg_proc p join own o on o.oid = p.pronamespace
                where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                union all
                select format('aggregate %s %s %s %s', to_jsonb(a) - 'aggfnoid' - 'aggtranstype' - 'aggmtranstype' - 'aggsortop',
                    a.aggtranstype::regtype, a.aggmtranstype::regtype, a.aggsortop::regoperator)
                from (select a.*, a.aggfnoid::regprocedure::text as signature from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join own o on o.oid = p.pronamespace
                    where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                        and d.deptype = 'e')) a
                union all
                select format('event trigger %s on %s %s %s enabled=%s %s', e.evtname, e.evtevent, e.evttags, e.evtfoid::regprocedure,
                    e.evtenabled, obj_description(e.oid, 'pg_event_trigger'))
                from pg_event_trigger e
                where not exists (select from pg_depend d where d.classid = 'pg_event_trigger'::regclass and d.objid = e.oid
                    and d.deptype = 'e')
                union all
                select format('language %s %s %s %s %s %s', lanname, lanpltrusted, lanplcallfoid::regproc, laninline::regproc,
                    lanvalidator::regproc, obj_description(oid, 'pg_language'))
                from pg_language where oid >= 16384
                union all
                select format('transform %s %s %s %s', trftype::regtype, l.lanname, trffromsql::regproc, trftosql::regproc)
                from pg_transform t join pg_language l on l.oid = t.trflang where t.oid >= 16384
                union all
                select format('access method %s %s %s', amname, amtype, amhandler::regproc) from pg_am where oid >= 16384
                union all
                select format('conversion %s.%s %s %s %s %s', o.nspname, conname, conforencoding, contoencoding, conproc, condefault)
                from pg_conversion join own o on o.oid = connamespace
                union all
                select format('parser %s.%s %s %s %s %s %s', o.nspname, prsname, prsstart, prstoken, prsend, prsheadline, prslextype)
                from pg_ts_parser join own o on o.oid = prsnamespace
                union all
                select format('template %s.%s %s %s', o.nspname, tmplname, tmplinit, tmpllexize)
                from pg_ts_template join own o on o.oid = tmplnamespace
                union all
                select format('operator %s %s %s %s %s %s %s %s %s', p.oid::regoperator, oprcanmerge, oprcanhash, oprcom::regoperator,
                    oprnegate::regoperator, oprcode, oprrest, oprjoin, obj_description(p.oid, 'pg_operator'))
                from pg_operator p join own o on o.oid = oprnamespace
                union all
                select format('member %s.%s %s %s %s %s %s', n.nspname, f.opfname, amoplefttype::regtype, amoprighttype::regtype,
                    amopstrategy, amoppurpose, amopopr::regoperator)
                from pg_amop join pg_opfamily f on f.oid = amopfamily join pg_namespace n on n.oid = f.opfnamespace where f.oid >= 16384
                union all
                select format('member %s.%s %s %s %s %s', n.nspname, f.opfname, amproclefttype::regtype, amprocrighttype::regtype,
                    amprocnum, amproc)
                from pg_amproc join pg_opfamily f on f.oid = amprocfamily join pg_namespace n on n.oid = f.opfnamespace
                where f.oid >= 16384
                union all
                select format('enum %s.%s %s %s', o.nspname, t.typname,
                    array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder),
                    obj_description(t.oid, 'pg_type'))
                from pg_type t join own o on o.oid = t.typnamespace where t.typtype = 'e'
                union all
                select format('sequence %s %s start=%s by=%s min=%s max=%s cache=%s cycle=%s', s.seqrelid::regclass,
                    format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
                from pg_sequence s join pg_class c on c.oid = s.seqrelid join own o on o.oid = c.relnamespace
            ) as lines
            order by line collate "C"
            """;

    private CatalogFingerprint() {}

    /** The lines of the database behind a connection in autocommit mode. */
    static String of(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin read only");
            statement.execute("set local search_path = ''");
            List<String> lines = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(QUERY);
                    ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            statement.execute("rollback");
            // where TimescaleDB stores an aggregate has another number every time
            return String.join("\n", lines).replaceAll("(_materialized_hypertable_|cagg_watermark\\()\\d+", "$1N");
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogs could not be read: " + e.getMessage(), e);
        }
    }
}
