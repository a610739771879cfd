package dev.varve.introspect;

import dev.varve.model.OperatorFamily;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Operator families that users made; what one of them holds for the type of no class in it is reported. */
final class OperatorFamilyType implements ObjectType<OperatorFamily> {

    private static final String SQL = """
            select f.oid, n.nspname, f.opfname, m.amname,
                exists (select from pg_amop o where o.amopfamily = f.oid and not exists (
                        select from pg_opclass c where c.opcfamily = f.oid and c.opcintype = o.amoplefttype))
                    or exists (select from pg_amproc p where p.amprocfamily = f.oid and not exists (
                        select from pg_opclass c where c.opcfamily = f.oid and c.opcintype = p.amproclefttype)) as loose
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
        return catalog.own("pg_opfamily", SQL, row -> {
            QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("opfname"));
            OperatorFamily family = new OperatorFamily(name, row.text("amname"));
            if (row.is("loose")) {
                catalog.unreadable("members of no class in " + family.id());
            }
            catalog.identify("pg_opfamily", row.number("oid"), family.id());
            return family;
        });
    }
}
