package dev.varve.introspect;

import dev.varve.model.OperatorClassDefinition;
import dev.varve.model.OperatorMembers;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operator classes that users made, with those members of their families that are for their type. */
final class OperatorClassDefinitionType implements ObjectType<OperatorClassDefinition> {

    private static final String SQL = """
            select c.oid, n.nspname, c.opcname, m.amname, c.opcdefault, format_type(c.opcintype, null) as input,
                array[fn.nspname, f.opfname]::text[] as family,
                format_type(nullif(c.opckeytype, 0), null) as storage
            from pg_opclass c join pg_namespace n on n.oid = c.opcnamespace join pg_am m on m.oid = c.opcmethod
            join pg_opfamily f on f.oid = c.opcfamily join pg_namespace fn on fn.oid = f.opfnamespace
            where c.oid >= 16384
            order by c.oid
            """;

    @Override
    public Class<OperatorClassDefinition> type() {
        return OperatorClassDefinition.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_opclass");
    }

    @Override
    public List<OperatorClassDefinition> introspect(Catalog catalog) {
        Map<Long, OperatorMembers> members = MembersOfOperators.of(catalog, "c.oid", "c.oid >= 16384");
        return catalog.own("pg_opclass", SQL, row -> {
            OperatorClassDefinition found = new OperatorClassDefinition(
                    QualifiedName.of(row.text("nspname"), row.text("opcname")),
                    row.text("amname"),
                    row.is("opcdefault"),
                    TypeName.of(row.text("input")),
                    name(row, "family"),
                    row.find("storage").map(TypeName::of),
                    members.getOrDefault(row.number("oid"), OperatorMembers.NONE));
            catalog.identify("pg_opclass", row.number("oid"), found.id());
            return found;
        });
    }

    private static QualifiedName name(Row row, String column) {
        return OperatorDefinitionType.name(row, column).orElseThrow();
    }
}
