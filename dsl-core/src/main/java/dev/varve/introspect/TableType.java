package dev.varve.introspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.ObjectId;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables with their columns and constraints, in three queries for all of them. */
final class TableType implements ObjectType<Table> {

    private record OfTable<T>(long table, T part) {}

    private record Named(long oid, QualifiedName name) {}

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public List<Table> introspect(Catalog catalog) {
        List<Named> tables = tables(catalog);
        tables.forEach(table -> catalog.identify("pg_class", table.oid(), Table.id(table.name())));
        Map<Long, List<Column>> columns =
                byTable(catalog.query(COLUMNS, row -> new OfTable<>(row.number("table_oid"), column(row))));
        Map<Long, List<Constraint>> constraints = byTable(catalog.query(
                        CONSTRAINTS, row -> new OfTable<>(row.number("conrelid"), constraint(row, catalog))))
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().flatMap(Optional::stream).toList()));
        return tables.stream()
                .map(table -> new Table(
                        table.name(),
                        columns.getOrDefault(table.oid(), List.of()),
                        byName(constraints.getOrDefault(table.oid(), List.of())),
                        Map.of()))
                .toList();
    }

    private static List<Named> tables(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, c.relkind::text, c.relispartition
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f')
                order by n.nspname, c.relname
                """;
        return catalog
                .query(
                        sql,
                        row -> Optional.of(new Named(
                                        row.number("oid"), QualifiedName.of(row.text("nspname"), row.text("relname"))))
                                .filter(table -> catalog.isOwn(table.oid()) && isPlain(row, table, catalog)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isPlain(Row row, Named table, Catalog catalog) {
        boolean plain = row.text("relkind").equals("r") && !row.is("relispartition");
        if (!plain) {
            catalog.unreadable((row.text("relkind").equals("f") ? "foreign table " : "partitioned table or partition ")
                    + table.name());
        }
        return plain;
    }

    private static <T> Map<Long, List<T>> byTable(List<OfTable<T>> parts) {
        return parts.stream().collect(groupingBy(OfTable::table, mapping(OfTable::part, toList())));
    }

    private static Map<String, Constraint> byName(List<Constraint> constraints) {
        Map<String, Constraint> byName = new LinkedHashMap<>();
        constraints.forEach(constraint -> byName.put(constraint.name(), constraint));
        return byName;
    }

    private static final String COLUMNS = """
            select a.attrelid as table_oid, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
                a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid) as value,
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                sn.nspname as sequence_schema, sc.relname as sequence,
                case when a.attcollation <> t.typcollation then nullif(cn.nspname, 'pg_catalog') end as collation_schema,
                case when a.attcollation <> t.typcollation then o.collname end as collation,
                case when a.attstorage <> t.typstorage then a.attstorage::text end as storage,
                nullif(a.attcompression::text, '') as compression,
                case when a.attstattarget >= 0 then a.attstattarget::text end as statistics,
                array(select option from unnest(a.attoptions) option where option ~ '^n_distinct') as options
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
            join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_(catalog|toast)' and n.nspname <> 'information_schema'
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_depend i on a.attidentity <> '' and i.refclassid = 'pg_class'::regclass and i.refobjid = a.attrelid
                and i.refobjsubid = a.attnum and i.classid = 'pg_class'::regclass and i.deptype = 'i'
            left join pg_sequence s on s.seqrelid = i.objid
            left join pg_class sc on sc.oid = s.seqrelid
            left join pg_namespace sn on sn.oid = sc.relnamespace
            left join pg_collation o on o.oid = a.attcollation
            left join pg_namespace cn on cn.oid = o.collnamespace
            where a.attnum > 0 and not a.attisdropped
                and not exists (select from pg_depend x where x.classid = 'pg_namespace'::regclass and x.objid = n.oid
                    and x.deptype = 'e')
            order by a.attrelid, a.attnum
            """;

    private static Column column(Row row) {
        TypeName type = TypeName.of(row.text("type"));
        return new Column(
                row.text("attname"), type, collation(row), row.is("attnotnull"), value(row), ColumnProperties.of(row));
    }

    /** The collations of PostgreSQL itself are written without their schema. */
    private static Optional<QualifiedName> collation(Row row) {
        return row.find("collation")
                .map(name -> QualifiedName.of(row.find("collation_schema").orElse(""), name));
    }

    private static Optional<ColumnValue> value(Row row) {
        if (!row.text("attidentity").isEmpty()) {
            return Optional.of(new ColumnValue.Identity(
                    row.text("attidentity").equals("a"),
                    SequenceType.options(row),
                    Optional.of(QualifiedName.of(row.text("sequence_schema"), row.text("sequence")))));
        }
        Optional<Expression> expression = row.find("value").map(Expression::printed);
        String generated = row.text("attgenerated");
        return generated.isEmpty()
                ? expression.map(ColumnValue.Default::new)
                : expression.map(e -> new ColumnValue.Generated(e, generated.equals("v")));
    }

    private static final String CONSTRAINTS = """
            select k.conrelid, k.conname, k.contype::text, k.condeferrable, k.condeferred, k.confrelid,
                k.confdeltype::text, k.confupdtype::text, pg_get_expr(k.conbin, k.conrelid) as condition,
                array(select a.attname::text from unnest(k.conkey) with ordinality u(num, place)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by place) as columns,
                array(select a.attname::text from unnest(k.confkey) with ordinality u(num, place)
                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by place) as target_columns
            from pg_constraint k
            where k.contype in ('p', 'u', 'c', 'f', 'x') and k.conrelid <> 0 and k.conparentid = 0
                and not exists (select from pg_depend x where x.classid = 'pg_namespace'::regclass and x.objid = k.connamespace
                    and x.deptype = 'e')
            order by k.conrelid, position(k.contype in 'pucf'), k.conname
            """;

    private static Optional<Constraint> constraint(Row row, Catalog catalog) {
        if (!catalog.isOwn(row.number("conrelid"))) {
            return Optional.empty();
        }
        String name = row.text("conname");
        List<String> columns = row.texts("columns");
        return switch (row.text("contype")) {
            case "p" -> Optional.of(new Constraint.PrimaryKey(name, columns));
            case "u" -> Optional.of(new Constraint.Unique(name, columns));
            case "c" -> Optional.of(new Constraint.Check(name, Expression.printed(row.text("condition"))));
            case "f" -> catalog.identified("pg_class", row.number("confrelid")).map(target -> foreignKey(row, target));
            default -> unreadable(row, catalog);
        };
    }

    private static Optional<Constraint> unreadable(Row row, Catalog catalog) {
        catalog.identified("pg_class", row.number("conrelid"))
                .ifPresent(table -> catalog.unreadable("constraint " + row.text("conname") + " of " + table));
        return Optional.empty();
    }

    private static Constraint foreignKey(Row row, ObjectId<?> target) {
        return new Constraint.ForeignKey(
                row.text("conname"),
                row.texts("columns"),
                Table.id(target.name()),
                row.texts("target_columns"),
                action(row.text("confdeltype")),
                action(row.text("confupdtype")),
                deferral(row));
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Deferral deferral(Row row) {
        if (!row.is("condeferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.is("condeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }
}
