package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import dev.varve.model.Turn;
import dev.varve.operation.Operation;
import dev.varve.operation.SetPrivileges;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Privileges on what was read before, where they are not those that PostgreSQL grants on a new object. */
final class PrivilegesType implements ObjectType<Privileges> {

    /**
     * Every privilege of every role on every object that has some stored, and on columns, and that PostgreSQL would grant on a new one. On
     * the schema {@code public} it grants more than on others.
     */
    private static final String SQL = """
            with stored(catalog, oid, col, owner, acl, initial) as (
                select 'pg_class', c.oid, '', c.relowner, c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)
                from pg_class c where c.relacl is not null
                union all
                select 'sequence', c.oid, '', c.relowner, c.relacl, acldefault('s', c.relowner)
                from pg_class c where c.relkind = 'S' and c.relacl is not null
                union all
                select 'pg_class', c.oid, a.attname, c.relowner, a.attacl, null::aclitem[]
                from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null and a.attnum > 0 and not a.attisdropped
                union all select 'pg_proc', oid, '', proowner, proacl, acldefault('f', proowner) from pg_proc where proacl is not null
                union all select 'pg_type', oid, '', typowner, typacl, acldefault('T', typowner) from pg_type where typacl is not null
                union all select 'pg_namespace', oid, '', nspowner, nspacl, acldefault('n', nspowner) from pg_namespace
                    where nspacl is not null and nspname <> 'public'
                union all select 'pg_namespace', oid, '', nspowner, coalesce(nspacl, acldefault('n', nspowner)),
                    acldefault('n', nspowner) || makeaclitem(0, nspowner, 'USAGE', false) from pg_namespace where nspname = 'public'
                union all select 'pg_foreign_data_wrapper', oid, '', fdwowner, fdwacl, acldefault('F', fdwowner)
                    from pg_foreign_data_wrapper where fdwacl is not null
                union all select 'pg_language', oid, '', lanowner, lanacl, acldefault('l', lanowner)
                    from pg_language where lanacl is not null
                union all select 'pg_foreign_server', oid, '', srvowner, srvacl, acldefault('S', srvowner)
                    from pg_foreign_server where srvacl is not null
            )
            select s.catalog, s.oid, coalesce(a.attname, s.col) as col, coalesce(a.attrelid, 0) as relation, case e.grantee when 0 then 'public' when s.owner then 'pg_owner'
                    else pg_get_userbyid(e.grantee)::text end as grantee,
                e.privilege_type as privilege, e.is_grantable as grantable, e.initial, e.turn
            from stored s cross join lateral (
                select x.grantee, x.privilege_type, x.is_grantable, false as initial, x.turn
                from aclexplode(s.acl) with ordinality x(grantor, grantee, privilege_type, is_grantable, turn)
                union all select x.grantee, x.privilege_type, x.is_grantable, true, 0 from aclexplode(s.initial) x) e
            left join pg_depend d on s.catalog = 'sequence' and d.classid = 'pg_class'::regclass and d.objid = s.oid
                and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
            left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where s.oid >= 16384 or s.catalog in ('pg_namespace', 'pg_language')
            order by e.turn
            """;

    private record Holder(ObjectId<?> on, String column, boolean ofSequence, String grantee) {}

    private record Entry(Holder holder, String privilege, boolean grantable, boolean initial, Turn turn) {}

    @Override
    public Class<Privileges> type() {
        return Privileges.class;
    }

    @Override
    public List<Operation> create(Privileges privileges, Database from) {
        return List.of(new SetPrivileges(privileges));
    }

    @Override
    public List<Operation> change(Privileges from, Privileges to) {
        return List.of(new SetPrivileges(to));
    }

    @Override
    public List<Operation> drop(Privileges privileges, Database from, Database to) {
        return List.of(new SetPrivileges(privileges.initial(from)));
    }

    @Override
    public List<Privileges> introspect(Catalog catalog) {
        List<Entry> entries = catalog
                .query(
                        SQL,
                        row -> on(row, catalog)
                                .map(id -> new Entry(
                                        new Holder(id, row.text("col"), isOfColumn(row), row.text("grantee")),
                                        row.text("privilege"),
                                        row.is("grantable"),
                                        row.is("initial"),
                                        new Turn((int) row.number("turn")))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Map<Holder, Privileges> held = privileges(entries, false);
        Map<Holder, Privileges> initial = privileges(entries, true);
        initial.keySet().forEach(holder -> held.putIfAbsent(holder, none(holder)));
        List<Privileges> differing = new ArrayList<>();
        held.forEach((holder, privileges) -> {
            if (!privileges.equals(initial.get(holder))) {
                differing.add(privileges);
            }
        });
        return differing;
    }

    /** The table of a sequence that is part of a column; what is an object of its own, as a sequence may be, is found as such. */
    private static Optional<ObjectId<?>> on(Row row, Catalog catalog) {
        if (!isOfColumn(row)) {
            return catalog.identified(row.text("catalog"), row.number("oid"));
        }
        boolean isApart = catalog.identified("pg_class", row.number("oid")).isPresent();
        return catalog.identified("pg_class", row.number("relation"))
                .filter(relation -> !isApart && relation.type() == Table.class);
    }

    private static boolean isOfColumn(Row row) {
        return row.text("catalog").equals("sequence");
    }

    private static Map<Holder, Privileges> privileges(List<Entry> entries, boolean initial) {
        Map<Holder, Privileges> all = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.initial() == initial)
                .forEach(entry -> all.merge(
                        entry.holder(),
                        none(entry.holder())
                                .granting(Set.of(entry.privilege()), entry.grantable())
                                .at(entry.turn()),
                        (before, more) -> before.granting(Set.of(entry.privilege()), entry.grantable())));
        return all;
    }

    private static Privileges none(Holder holder) {
        return new Privileges(holder.on(), holder.column(), holder.ofSequence(), holder.grantee(), new TreeMap<>());
    }
}
