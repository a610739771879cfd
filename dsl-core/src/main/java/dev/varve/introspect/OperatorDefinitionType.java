package dev.varve.introspect;

import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorDefinition.Partners;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Operators that users made; one that is only named by another one has no function and is none yet. */
final class OperatorDefinitionType implements ObjectType<OperatorDefinition> {

    /** Of two operators that name each other, only the later one says so. */
    private static final String SQL = """
            select o.oid, n.nspname, o.oprname, format_type(nullif(o.oprleft, 0), null) as lefttype,
                format_type(o.oprright, null) as righttype, o.oprcanhash, o.oprcanmerge,
                (select array[fn.nspname, f.proname]::text[] from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace
                    where f.oid = o.oprcode) as function,
                (select array[fn.nspname, f.proname]::text[] from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace
                    where f.oid = o.oprrest) as restrict,
                (select array[fn.nspname, f.proname]::text[] from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace
                    where f.oid = o.oprjoin) as joins,
                (select array[cn.nspname, c.oprname]::text[] from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace
                    where c.oid = o.oprcom and c.oprcode <> 0 and (c.oid <= o.oid or c.oprcom <> o.oid)) as commutator,
                (select array[cn.nspname, c.oprname]::text[] from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace
                    where c.oid = o.oprnegate and c.oprcode <> 0 and (c.oid <= o.oid or c.oprnegate <> o.oid)) as negator
            from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
            where o.oid >= 16384 and o.oprcode <> 0
            order by o.oid
            """;

    @Override
    public Class<OperatorDefinition> type() {
        return OperatorDefinition.class;
    }

    @Override
    public List<OperatorDefinition> introspect(Catalog catalog) {
        return catalog.own("pg_operator", SQL, row -> {
            OperatorDefinition operator = operator(row);
            catalog.identify("pg_operator", row.number("oid"), operator.id());
            return operator;
        });
    }

    private static OperatorDefinition operator(Row row) {
        return new OperatorDefinition(
                QualifiedName.of(row.text("nspname"), row.text("oprname")),
                row.find("lefttype").map(TypeName::of),
                TypeName.of(row.text("righttype")),
                name(row, "function").orElseThrow(),
                new Partners(name(row, "commutator"), name(row, "negator")),
                name(row, "restrict"),
                name(row, "joins"),
                row.is("oprcanhash"),
                row.is("oprcanmerge"));
    }

    /** The name that two texts make, a schema and what is in it. */
    static Optional<QualifiedName> name(Row row, String column) {
        List<String> parts = row.texts(column);
        return parts.isEmpty() ? Optional.empty() : Optional.of(QualifiedName.of(parts.get(0), parts.get(1)));
    }
}
