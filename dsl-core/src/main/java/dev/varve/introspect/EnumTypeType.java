package dev.varve.introspect;

import dev.varve.model.EnumType;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** Enums; other types that users made are reported as unreadable. */
final class EnumTypeType implements ObjectType<EnumType> {

    private record Found(long oid, String kind, EnumType type) {}

    @Override
    public Class<EnumType> type() {
        return EnumType.class;
    }

    @Override
    public List<EnumType> introspect(Catalog catalog) {
        String sql = """
                select t.oid, n.nspname, t.typname, t.typtype::text as kind,
                    array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels
                from pg_type t join pg_namespace n on n.oid = t.typnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and (t.typtype in ('e', 'd', 'r')
                        or t.typtype = 'c' and (select c.relkind = 'c' from pg_class c where c.oid = t.typrelid))
                    and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid
                        and d.deptype = 'e')
                """;
        List<Found> found = catalog.query(
                sql,
                row -> new Found(
                        row.number("oid"),
                        row.text("kind"),
                        new EnumType(QualifiedName.of(row.text("nspname"), row.text("typname")), row.texts("labels"))));
        return found.stream()
                .filter(type -> catalog.isOwn(type.type().name().schema()))
                .filter(type -> isEnum(type, catalog))
                .map(Found::type)
                .toList();
    }

    private static boolean isEnum(Found found, Catalog catalog) {
        if (found.kind().equals("e")) {
            catalog.identify("pg_type", found.oid(), found.type().id());
            return true;
        }
        catalog.unreadable("type " + found.type().name());
        return false;
    }
}
