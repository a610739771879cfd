package dev.varve.introspect;

import dev.varve.model.RangeType;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Range types with their multiranges. */
final class RangeTypeType implements ObjectType<RangeType> {

    @Override
    public Class<RangeType> type() {
        return RangeType.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_type r");
    }

    @Override
    public List<RangeType> introspect(Catalog catalog) {
        String sql = """
                select t.oid, n.nspname, t.typname, format_type(r.rngsubtype, null) as subtype, m.typname as multirange,
                    case when not o.opcdefault then opn.nspname end as class_schema, o.opcname,
                    case when r.rngcollation <> b.typcollation then cn.nspname end as collation_schema, c.collname,
                    fn.nspname as difference_schema, f.proname, r.rngcanonical <> 0 as canonical,
                    m.typnamespace <> t.typnamespace as apart
                from pg_range r
                join pg_type t on t.oid = r.rngtypid
                join pg_type m on m.oid = r.rngmultitypid
                join pg_type b on b.oid = r.rngsubtype
                join pg_namespace n on n.oid = t.typnamespace
                join pg_opclass o on o.oid = r.rngsubopc join pg_namespace opn on opn.oid = o.opcnamespace
                left join pg_collation c on c.oid = r.rngcollation left join pg_namespace cn on cn.oid = c.collnamespace
                left join pg_proc f on f.oid = r.rngsubdiff left join pg_namespace fn on fn.oid = f.pronamespace
                where t.oid >= 16384
                """;
        return catalog.own("pg_type", sql, row -> {
            RangeType type = range(row);
            catalog.identify("pg_type", row.number("oid"), type.id());
            if (row.is("canonical")) {
                catalog.unreadable("canonical function of " + type.id());
            }
            if (row.is("apart")) {
                catalog.unreadable("schema of the multirange of " + type.id() + ", which is another one");
            }
            return type;
        });
    }

    private static RangeType range(Row row) {
        return new RangeType(
                QualifiedName.of(row.text("nspname"), row.text("typname")),
                TypeName.of(row.text("subtype")),
                name(row, "class_schema", "opcname"),
                name(row, "collation_schema", "collname"),
                name(row, "difference_schema", "proname"),
                row.text("multirange"));
    }

    private static Optional<QualifiedName> name(Row row, String schema, String name) {
        return row.find(schema).map(s -> QualifiedName.of(s, row.text(name)));
    }
}
