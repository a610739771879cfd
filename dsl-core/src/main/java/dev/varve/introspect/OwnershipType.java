package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.Ownership;
import dev.varve.operation.Operation;
import dev.varve.operation.SetOwner;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** Who owns what was read before, where that is not the role that reads. */
final class OwnershipType implements ObjectType<Ownership> {

    /** An index belongs to whom its table belongs, and so does a sequence that a column has. */
    private static final String SQL = """
            with owned(catalog, oid, owner) as (
                select 'pg_namespace', oid, nspowner from pg_namespace
                union all select 'pg_class', c.oid, c.relowner from pg_class c where c.relkind not in ('i', 'I', 'c', 't')
                    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                        and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relkind = 'S')
                union all select 'pg_type', oid, typowner from pg_type
                union all select 'pg_proc', oid, proowner from pg_proc
                union all select 'pg_operator', oid, oprowner from pg_operator
                union all select 'pg_opclass', oid, opcowner from pg_opclass
                union all select 'pg_opfamily', oid, opfowner from pg_opfamily
                union all select 'pg_collation', oid, collowner from pg_collation
                union all select 'pg_language', oid, lanowner from pg_language
                union all select 'pg_conversion', oid, conowner from pg_conversion
                union all select 'pg_ts_dict', oid, dictowner from pg_ts_dict
                union all select 'pg_ts_config', oid, cfgowner from pg_ts_config
                union all select 'pg_statistic_ext', oid, stxowner from pg_statistic_ext
                union all select 'pg_publication', oid, pubowner from pg_publication
                union all select 'pg_subscription', oid, subowner from pg_subscription
                union all select 'pg_event_trigger', oid, evtowner from pg_event_trigger
                union all select 'pg_foreign_data_wrapper', oid, fdwowner from pg_foreign_data_wrapper
                union all select 'pg_foreign_server', oid, srvowner from pg_foreign_server
            )
            select catalog, owned.oid, pg_get_userbyid(owner)::text as role
            from owned left join pg_namespace n on n.oid = owned.oid and owned.catalog = 'pg_namespace' and n.nspname = 'public'
            where (owned.oid >= 16384 or owned.catalog = 'pg_namespace') and (owned.oid >= 16384 or n.nspname = 'public')
                and owner <> (select r.oid from pg_roles r where r.rolname = case when n.nspname = 'public' then 'pg_database_owner' else current_user end)
            """;

    @Override
    public Class<Ownership> type() {
        return Ownership.class;
    }

    @Override
    public List<Operation> create(Ownership ownership, Database from) {
        return List.of(new SetOwner(ownership.on(), Optional.of(ownership.role())));
    }

    @Override
    public List<Operation> change(Ownership from, Ownership to) {
        return List.of(new SetOwner(to.on(), Optional.of(to.role())));
    }

    @Override
    public List<Operation> drop(Ownership ownership, Database from, Database to) {
        return List.of(new SetOwner(ownership.on(), Optional.empty()));
    }

    @Override
    public List<Ownership> introspect(Catalog catalog) {
        return catalog
                .query(
                        SQL,
                        row -> catalog.identified(row.text("catalog"), row.number("oid"))
                                .map(id -> new Ownership(id, row.text("role"))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
