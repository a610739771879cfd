package dev.varve.introspect;

import dev.varve.model.OperatorClassDefinition;
import dev.varve.model.OperatorClassDefinition.Strategy;
import dev.varve.model.OperatorClassDefinition.Support;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
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

    private static final String OPERATORS = """
            select c.oid, a.amopstrategy as number, array[n.nspname, o.oprname]::text[] as operator,
                format_type(a.amoplefttype, null) as lefttype, format_type(a.amoprighttype, null) as righttype,
                (select array[fn.nspname, f.opfname]::text[] from pg_opfamily f join pg_namespace fn on fn.oid = f.opfnamespace
                    where f.oid = a.amopsortfamily) as orderby
            from pg_opclass c join pg_amop a on a.amopfamily = c.opcfamily and a.amoplefttype = c.opcintype
            join pg_operator o on o.oid = a.amopopr join pg_namespace n on n.oid = o.oprnamespace
            where c.oid >= 16384
            """;

    private static final String FUNCTIONS = """
            select c.oid, a.amprocnum as number, array[n.nspname, p.proname]::text[] as function,
                format_type(a.amproclefttype, null) as lefttype, format_type(a.amprocrighttype, null) as righttype,
                array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality u(t, place)
                    order by place) as arguments
            from pg_opclass c join pg_amproc a on a.amprocfamily = c.opcfamily and a.amproclefttype = c.opcintype
            join pg_proc p on p.oid = a.amproc join pg_namespace n on n.oid = p.pronamespace
            where c.oid >= 16384
            """;

    private record Member<T>(long oid, T value) {}

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
        List<Member<Strategy>> operators =
                catalog.query(OPERATORS, row -> new Member<>(row.number("oid"), strategy(row)));
        List<Member<Support>> functions =
                catalog.query(FUNCTIONS, row -> new Member<>(row.number("oid"), support(row)));
        return catalog.own("pg_opclass", SQL, row -> {
            OperatorClassDefinition found = new OperatorClassDefinition(
                    QualifiedName.of(row.text("nspname"), row.text("opcname")),
                    row.text("amname"),
                    row.is("opcdefault"),
                    TypeName.of(row.text("input")),
                    name(row, "family"),
                    row.find("storage").map(TypeName::of),
                    of(row.number("oid"), operators),
                    of(row.number("oid"), functions));
            catalog.identify("pg_opclass", row.number("oid"), found.id());
            return found;
        });
    }

    private static <T> List<T> of(long oid, List<Member<T>> members) {
        return members.stream()
                .filter(member -> member.oid() == oid)
                .map(Member::value)
                .toList();
    }

    private static Strategy strategy(Row row) {
        Optional<QualifiedName> orderBy = OperatorDefinitionType.name(row, "orderby");
        return new Strategy(
                (int) row.number("number"),
                name(row, "operator"),
                type(row, "lefttype"),
                type(row, "righttype"),
                orderBy);
    }

    private static Support support(Row row) {
        return new Support(
                (int) row.number("number"),
                type(row, "lefttype"),
                type(row, "righttype"),
                name(row, "function"),
                row.texts("arguments").stream().map(TypeName::of).toList());
    }

    private static TypeName type(Row row, String column) {
        return TypeName.of(row.text(column));
    }

    private static QualifiedName name(Row row, String column) {
        return OperatorDefinitionType.name(row, column).orElseThrow();
    }
}
