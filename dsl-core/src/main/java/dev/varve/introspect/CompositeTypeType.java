package dev.varve.introspect;

import dev.varve.model.CompositeType;
import dev.varve.model.CompositeType.Attribute;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composite types that are not those of tables. */
final class CompositeTypeType implements ObjectType<CompositeType> {

    @Override
    public Class<CompositeType> type() {
        return CompositeType.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class c");
    }

    @Override
    public List<CompositeType> introspect(Catalog catalog) {
        String sql = """
                select t.oid, c.oid as relation, n.nspname, t.typname, a.names, a.types, a.collation_schemas, a.collations
                from pg_type t
                join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
                join pg_namespace n on n.oid = t.typnamespace
                cross join lateral (
                    select array_agg(a.attname::text order by a.attnum) as names,
                        array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
                        array_agg(coalesce(nullif(ln.nspname, 'pg_catalog'), '') order by a.attnum) as collation_schemas,
                        array_agg(case when a.attcollation <> b.typcollation then l.collname else '' end order by a.attnum)
                            as collations
                    from pg_attribute a
                    join pg_type b on b.oid = a.atttypid
                    left join pg_collation l on l.oid = a.attcollation
                    left join pg_namespace ln on ln.oid = l.collnamespace
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                ) a
                where t.typtype = 'c'
                """;
        return catalog.own("pg_type", sql, row -> {
            CompositeType type =
                    new CompositeType(QualifiedName.of(row.text("nspname"), row.text("typname")), attributes(row));
            catalog.identify("pg_type", row.number("oid"), type.id());
            catalog.identify("pg_class", row.number("relation"), type.id());
            return type;
        });
    }

    private static List<Attribute> attributes(Row row) {
        List<String> names = row.texts("names");
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String schema = row.texts("collation_schemas").get(i);
            Optional<QualifiedName> name = Optional.of(row.texts("collations").get(i))
                    .filter(collation -> !collation.isEmpty())
                    .map(collation -> QualifiedName.of(schema, collation));
            attributes.add(
                    new Attribute(names.get(i), TypeName.of(row.texts("types").get(i)), name));
        }
        return attributes;
    }
}
