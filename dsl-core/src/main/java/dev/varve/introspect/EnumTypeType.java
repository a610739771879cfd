package dev.varve.introspect;

import dev.varve.diff.EnumDifference;
import dev.varve.model.EnumType;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Enums with their values. */
final class EnumTypeType implements ObjectType<EnumType> {

    @Override
    public Class<EnumType> type() {
        return EnumType.class;
    }

    @Override
    public List<Operation> change(EnumType from, EnumType to) {
        return EnumDifference.between(from, to);
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_type e");
    }

    @Override
    public List<EnumType> introspect(Catalog catalog) {
        String sql = """
                select t.oid, n.nspname, t.typname,
                    array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels
                from pg_type t join pg_namespace n on n.oid = t.typnamespace
                where t.typtype = 'e'
                """;
        return catalog.own("pg_type", sql, row -> {
            EnumType type =
                    new EnumType(QualifiedName.of(row.text("nspname"), row.text("typname")), row.texts("labels"));
            catalog.identify("pg_type", row.number("oid"), type.id());
            return type;
        });
    }
}
