package dev.varve.introspect;

import dev.varve.model.OperatorFamily;
import dev.varve.model.OperatorMembers;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operator families that users made, with what they hold for the type of no class in them. */
final class OperatorFamilyType implements ObjectType<OperatorFamily> {

    private static final String SQL = """
            select f.oid, n.nspname, f.opfname, m.amname
            from pg_opfamily f join pg_namespace n on n.oid = f.opfnamespace join pg_am m on m.oid = f.opfmethod
            where f.oid >= 16384
            order by f.oid
            """;

    @Override
    public Class<OperatorFamily> type() {
        return OperatorFamily.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_opfamily");
    }

    @Override
    public List<OperatorFamily> introspect(Catalog catalog) {
        Map<Long, OperatorMembers> members =
                MembersOfOperators.of(catalog, "f.oid", "f.oid >= 16384 and c.oid is null");
        return catalog.own("pg_opfamily", SQL, row -> {
            QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("opfname"));
            OperatorFamily family = new OperatorFamily(
                    name, row.text("amname"), members.getOrDefault(row.number("oid"), OperatorMembers.NONE));
            catalog.identify("pg_opfamily", row.number("oid"), family.id());
            return family;
        });
    }
}
