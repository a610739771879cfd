package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Grantable;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefaultPrivileges;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What roles are granted by default. */
final class DefaultPrivilegesType implements ObjectType<DefaultPrivileges> {

    @Override
    public Class<DefaultPrivileges> type() {
        return DefaultPrivileges.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_default_acl");
    }

    /** The entry of the maker of objects himself says that he may do everything, which he may anyway. */
    @Override
    public List<Operation> create(DefaultPrivileges privileges, Database from) {
        return List.of(new SetDefaultPrivileges(privileges));
    }

    @Override
    public List<Operation> change(DefaultPrivileges from, DefaultPrivileges to) {
        return List.of(new SetDefaultPrivileges(to));
    }

    @Override
    public List<Operation> drop(DefaultPrivileges privileges, Database from, Database to) {
        return List.of(new SetDefaultPrivileges(DefaultPrivileges.initial(
                privileges.maker(), privileges.schema(), privileges.kind(), privileges.grantee())));
    }

    @Override
    public List<DefaultPrivileges> introspect(Catalog catalog) {
        String sql = """
                select case when r.rolname <> current_user then r.rolname::text end as maker, n.nspname, d.defaclobjtype::text as kind,
                    case when e.grantee = 0 then 'public' else pg_get_userbyid(e.grantee)::text end as grantee,
                    e.privilege_type as privilege, e.is_grantable as grantable
                from pg_default_acl d
                join pg_roles r on r.oid = d.defaclrole
                left join pg_namespace n on n.oid = d.defaclnamespace
                cross join lateral (
                    select x.grantee, x.privilege_type, x.is_grantable from aclexplode(d.defaclacl) x
                    union all
                    select 0::oid, '', false where d.defaclnamespace = 0
                ) e
                where e.grantee <> d.defaclrole
                """;
        Map<ObjectId<?>, DefaultPrivileges> all = new LinkedHashMap<>();
        catalog.query(sql, row -> merged(row, all, catalog));
        reportOwn(catalog);
        return all.values().stream().filter(defaults -> !defaults.isInitial()).toList();
    }

    /** Who makes an object may do everything with it, unless he has taken something from himself by default, or granted it to himself again. */
    private static void reportOwn(Catalog catalog) {
        String sql = """
                select r.rolname, d.defaclobjtype::text as kind, n.nspname
                from pg_default_acl d
                join pg_roles r on r.oid = d.defaclrole
                left join pg_namespace n on n.oid = d.defaclnamespace
                where case when d.defaclnamespace = 0 then
                    (select array_agg(x.privilege_type order by 1) from aclexplode(d.defaclacl) x where x.grantee = r.oid)
                    is distinct from (select array_agg(x.privilege_type order by 1)
                        from aclexplode(acldefault(replace(d.defaclobjtype::text, 'S', 's')::"char", r.oid)) x
                        where x.grantee = r.oid)
                    else exists (select from aclexplode(d.defaclacl) x where x.grantee = r.oid) end
                """;
        catalog.query(sql, row -> {
            if (row.find("nspname").map(catalog::isOwn).orElse(true)) {
                String what = kind(row.text("kind")).map(Grantable::plural).orElse("large objects");
                String where = row.find("nspname")
                        .map(schema -> " in schema " + schema)
                        .orElse("");
                catalog.unreadable("default privileges of role " + row.text("rolname") + " on its own " + what + where);
            }
            return row;
        });
    }

    private static boolean merged(Row row, Map<ObjectId<?>, DefaultPrivileges> all, Catalog catalog) {
        Optional<Grantable> kind = kind(row.text("kind"));
        if (kind.isEmpty()) {
            catalog.unreadable("default privileges on large objects");
            return false;
        }
        DefaultPrivileges none = new DefaultPrivileges(
                row.find("maker"), row.find("nspname"), kind.get(), row.text("grantee"), new TreeMap<>());
        SortedMap<String, Boolean> held =
                new TreeMap<>(all.getOrDefault(none.id(), none).held());
        if (!row.text("privilege").isEmpty()) {
            held.merge(row.text("privilege"), row.is("grantable"), Boolean::logicalOr);
        }
        boolean meant = !row.text("privilege").isEmpty() || none.grantee().equals(Privileges.PUBLIC);
        if (meant && row.find("nspname").map(catalog::isOwn).orElse(true)) {
            all.put(none.id(), none.holding(held));
        }
        return meant;
    }

    private static Optional<Grantable> kind(String code) {
        return Stream.of(Grantable.TABLE, Grantable.SEQUENCE, Grantable.ROUTINE, Grantable.TYPE, Grantable.SCHEMA)
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
