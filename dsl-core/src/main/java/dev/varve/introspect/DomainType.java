package dev.varve.introspect;

import dev.varve.model.Domain;
import dev.varve.model.DomainCheck;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Domains with their checks. */
final class DomainType implements ObjectType<Domain> {

    @Override
    public Class<Domain> type() {
        return Domain.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_type d");
    }

    @Override
    public List<Domain> introspect(Catalog catalog) {
        String sql = """
                select t.oid, n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod) as type, t.typnotnull,
                    pg_get_expr(t.typdefaultbin, 0) as value,
                    case when t.typcollation <> b.typcollation then cn.nspname end as collation_schema, c.collname,
                    array(select k.conname::text from pg_constraint k where k.contypid = t.oid and k.contype = 'c' order by k.conname)
                        as names,
                    array(select pg_get_expr(k.conbin, 0) from pg_constraint k where k.contypid = t.oid and k.contype = 'c'
                        order by k.conname) as conditions,
                    array(select k.convalidated::text from pg_constraint k where k.contypid = t.oid and k.contype = 'c'
                        order by k.conname) as validated,
                    array(select coalesce(obj_description(k.oid, 'pg_constraint'), '') from pg_constraint k
                        where k.contypid = t.oid and k.contype = 'c' order by k.conname) as comments
                from pg_type t
                join pg_namespace n on n.oid = t.typnamespace
                join pg_type b on b.oid = t.typbasetype
                left join pg_collation c on c.oid = t.typcollation
                left join pg_namespace cn on cn.oid = c.collnamespace
                where t.typtype = 'd'
                """;
        return catalog.own("pg_type", sql, row -> domain(row, catalog));
    }

    private static Domain domain(Row row, Catalog catalog) {
        TreeMap<String, DomainCheck> checks = new TreeMap<>();
        List<String> names = row.texts("names");
        for (int i = 0; i < names.size(); i++) {
            Expression condition = Expression.printed(row.texts("conditions").get(i));
            checks.put(
                    names.get(i),
                    new DomainCheck(
                            condition,
                            row.texts("validated").get(i).equals("true"),
                            Optional.of(row.texts("comments").get(i))));
        }
        Domain domain = new Domain(
                QualifiedName.of(row.text("nspname"), row.text("typname")),
                TypeName.of(row.text("type")),
                row.find("collation_schema").map(schema -> QualifiedName.of(schema, row.text("collname"))),
                row.find("value").map(Expression::printed),
                row.is("typnotnull"),
                checks);
        catalog.identify("pg_type", row.number("oid"), domain.id());
        return domain;
    }
}
