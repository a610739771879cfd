package dev.varve.introspect;

import dev.varve.model.OperatorMembers;
import dev.varve.model.OperatorMembers.Strategy;
import dev.varve.model.OperatorMembers.Support;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What operator families hold. PostgreSQL does not keep whether a class or its family brought it: what is for the type of a class is that
 * class's, unless a B-tree or a hash compares two types by it.
 */
final class MembersOfOperators {

    private static final String OPERATORS = """
            select %s as holder, a.amopstrategy as number, array[n.nspname, o.oprname]::text[] as operator,
                format_type(a.amoplefttype, null) as lefttype, format_type(a.amoprighttype, null) as righttype,
                (select array[fn.nspname, s.opfname]::text[] from pg_opfamily s join pg_namespace fn on fn.oid = s.opfnamespace
                    where s.oid = a.amopsortfamily) as orderby
            from pg_amop a join pg_opfamily f on f.oid = a.amopfamily join pg_am m on m.oid = f.opfmethod
            left join pg_opclass c on c.opcfamily = f.oid and c.opcintype = a.amoplefttype
                and ((select h.prosrc from pg_proc h where h.oid = m.amhandler) not in ('bthandler', 'hashhandler') or a.amoplefttype = a.amoprighttype)
            join pg_operator o on o.oid = a.amopopr join pg_namespace n on n.oid = o.oprnamespace
            where %s
            """;

    private static final String FUNCTIONS = """
            select %s as holder, a.amprocnum as number, array[n.nspname, p.proname]::text[] as function,
                format_type(a.amproclefttype, null) as lefttype, format_type(a.amprocrighttype, null) as righttype,
                array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality u(t, place)
                    order by place) as arguments
            from pg_amproc a join pg_opfamily f on f.oid = a.amprocfamily join pg_am m on m.oid = f.opfmethod
            left join pg_opclass c on c.opcfamily = f.oid and c.opcintype = a.amproclefttype
                and ((select h.prosrc from pg_proc h where h.oid = m.amhandler) not in ('bthandler', 'hashhandler') or a.amproclefttype = a.amprocrighttype)
            join pg_proc p on p.oid = a.amproc join pg_namespace n on n.oid = p.pronamespace
            where %s
            """;

    private MembersOfOperators() {}

    /**
     * The members by the oid of who holds them.
     *
     * @param holder what selects that oid of a class {@code c} or a family {@code f}
     * @param condition which members are meant
     */
    static Map<Long, OperatorMembers> of(Catalog catalog, String holder, String condition) {
        Map<Long, OperatorMembers> all = new LinkedHashMap<>();
        catalog.query(
                OPERATORS.formatted(holder, condition), row -> add(all, row, members -> members.with(strategy(row))));
        catalog.query(
                FUNCTIONS.formatted(holder, condition), row -> add(all, row, members -> members.with(support(row))));
        return all;
    }

    private static OperatorMembers add(
            Map<Long, OperatorMembers> all, Row row, UnaryOperator<OperatorMembers> addition) {
        return all.merge(
                row.number("holder"), addition.apply(OperatorMembers.NONE), (before, one) -> addition.apply(before));
    }

    private static Strategy strategy(Row row) {
        return new Strategy(
                (int) row.number("number"),
                name(row, "operator"),
                type(row, "lefttype"),
                type(row, "righttype"),
                OperatorDefinitionType.name(row, "orderby"));
    }

    private static Support support(Row row) {
        List<TypeName> arguments =
                row.texts("arguments").stream().map(TypeName::of).toList();
        return new Support(
                (int) row.number("number"),
                type(row, "lefttype"),
                type(row, "righttype"),
                name(row, "function"),
                arguments);
    }

    private static TypeName type(Row row, String column) {
        return TypeName.of(row.text(column));
    }

    private static QualifiedName name(Row row, String column) {
        return OperatorDefinitionType.name(row, column).orElseThrow();
    }
}
