package dev.varve.introspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.varve.diff.TableDifference;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.KeyColumns;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Operator;
import dev.varve.model.Partition;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Reactions;
import dev.varve.model.Referenced;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.UniqueConstraint;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tables with their columns and constraints, in three queries for all of them. */
final class TableType implements ObjectType<Table> {

    private record OfTable<T>(long table, T part) {}

    private record Named(long oid, QualifiedName name) {}

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    /** A partition that becomes a table is detached; what an heir says otherwise than its parents is said afterwards. */
    @Override
    public List<Operation> create(Table table, Database from) {
        return from.has(Partition.id(table.name()))
                ? List.of()
                : ObjectType.super.create(Inheritance.declared(table), from);
    }

    @Override
    public List<Operation> change(Table from, Table to) {
        return TableDifference.between(from, to);
    }

    /** A table that becomes a partition is attached as one. */
    @Override
    public List<Operation> drop(Table table, Database from, Database to) {
        return to.has(Partition.id(table.name())) ? List.of() : ObjectType.super.drop(table, from, to);
    }

    @Override
    public List<Table> introspect(Catalog catalog) {
        List<Named> tables = tables(catalog);
        tables.forEach(table -> catalog.identify("pg_class", table.oid(), Table.id(table.name())));
        Map<String, TypeName> types = new HashMap<>();
        Map<Long, List<Column>> columns = byTable(catalog.query(
                COLUMNS,
                row -> new OfTable<>(
                        row.number("table_oid"), column(row, types.computeIfAbsent(row.text("type"), TypeName::of)))));
        Map<Long, List<Constraint>> constraints = byTable(catalog.query(
                        constraints(catalog, OF_TABLES),
                        row -> new OfTable<>(row.number("conrelid"), constraint(row, catalog))))
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
                select c.oid, n.nspname, c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f') and not c.relispartition
                order by n.nspname, c.relname
                """;
        return catalog
                .query(
                        sql,
                        row -> Optional.of(new Named(
                                        row.number("oid"), QualifiedName.of(row.text("nspname"), row.text("relname"))))
                                .filter(table -> catalog.isOwn(table.oid())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Map<Long, List<T>> byTable(List<OfTable<T>> parts) {
        return parts.stream().collect(groupingBy(OfTable::table, mapping(OfTable::part, toList())));
    }

    private static Map<String, Constraint> byName(List<Constraint> constraints) {
        Map<String, Constraint> byName = new LinkedHashMap<>();
        constraints.forEach(constraint -> byName.put(constraint.name(), constraint));
        return byName;
    }

    private static final String OF_TABLES =
            "and exists (select from pg_class t where t.oid = k.conrelid and not t.relispartition)";

    private static final String COLUMNS =
            """
            select a.attrelid as table_oid, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
                a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid) as value,
                s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                sn.nspname as sequence_schema, sc.relname as sequence,
                case when a.attcollation <> t.typcollation then nullif(cn.nspname, 'pg_catalog') end as collation_schema,
                case when a.attcollation <> t.typcollation then o.collname end as collation,
            """ + ColumnProperties.columns("a", "") + """
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f') and not c.relispartition
            join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_(catalog|toast)' and n.nspname <> 'information_schema'
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_depend i on i.refclassid = 'pg_class'::regclass and i.refobjid = a.attrelid and i.refobjsubid = a.attnum
                and i.classid = 'pg_class'::regclass and (i.deptype = 'i' and a.attidentity <> '' or i.deptype = 'a' and i.objid = (
                    select s.seqrelid from pg_sequence s where s.seqrelid = i.objid and (""" + ' ' + SequenceType.IS_SERIAL + """
                    )))
            left join pg_sequence s on s.seqrelid = i.objid
            left join pg_class sc on sc.oid = s.seqrelid
            left join pg_namespace sn on sn.oid = sc.relnamespace
            left join pg_collation o on o.oid = a.attcollation
            left join pg_namespace cn on cn.oid = o.collnamespace
            where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
                and not exists (select from pg_depend x where x.classid = 'pg_namespace'::regclass and x.objid = n.oid
                    and x.deptype = 'e')
            order by a.attrelid, a.attnum
            """;

    private static Column column(Row row, TypeName type) {
        return new Column(
                row.text("attname"),
                type,
                collation(row),
                row.is("attnotnull"),
                value(row),
                ColumnProperties.of(row, ""));
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
        if (row.find("sequence").isPresent()) {
            return Optional.of(new ColumnValue.Serial(
                    SequenceType.options(row),
                    Optional.of(QualifiedName.of(row.text("sequence_schema"), row.text("sequence")))));
        }
        Optional<Expression> expression = row.find("value").map(Expression::printed);
        String generated = row.text("attgenerated");
        return generated.isEmpty()
                ? expression.map(ColumnValue.Default::new)
                : expression.map(e -> new ColumnValue.Generated(e, generated.equals("v")));
    }

    /** The query for the constraints of tables and partitions, as far as a condition {@code and ...} holds for these. */
    static String constraints(Catalog catalog, String condition) {
        String columns = catalog.environment().atLeast(18)
                ? "select k.conenforced, k.conperiod, "
                : "select true as conenforced, false as conperiod, ";
        return columns + CONSTRAINTS + condition + ORDER;
    }

    /** A not-null constraint that PostgreSQL named says no more than the column does. */
    private static final String CONSTRAINTS = """
            k.oid, k.conrelid, k.conname, k.contype::text, k.condeferrable, k.condeferred, k.confrelid,
                k.confdeltype::text, k.confupdtype::text, k.confmatchtype = 'f' as match_full, k.connoinherit, k.convalidated,
                pg_get_expr(k.conbin, k.conrelid) as condition,
                case when k.contype <> 'c' then
                    array(select a.attname::text from unnest(k.conkey) with ordinality u(num, place)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by place) end as columns,
                case when k.contype = 'f' then
                    array(select a.attname::text from unnest(k.confkey) with ordinality u(num, place)
                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by place) end as target_columns,
                pn.nspname as partition_schema, p.relname as partition,
                case when k.confdelsetcols is not null then
                    array(select a.attname::text from unnest(k.confdelsetcols) with ordinality u(num, place)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by place) end as cleared,
                case when k.contype = 'x' then
                    array(select case when n.nspname = 'pg_catalog' then '' else n.nspname::text end
                    from unnest(k.conexclop) with ordinality u(num, place) join pg_operator o on o.oid = u.num
                    join pg_namespace n on n.oid = o.oprnamespace order by place) end as operator_schemas,
                case when k.contype = 'x' then
                    array(select o.oprname::text from unnest(k.conexclop) with ordinality u(num, place)
                    join pg_operator o on o.oid = u.num order by place) end as operators,
                i.indisvalid,
            """ + IndexType.DEFINITION + """
            from pg_constraint k
            left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
            left join pg_class c on c.oid = i.indexrelid
            left join pg_am m on m.oid = c.relam
            left join pg_class p on p.oid = k.confrelid and p.relispartition and not exists (
                select from pg_partition_ancestors(p.oid) a join pg_inherits h on h.inhrelid = a.relid and h.inhdetachpending)
            left join pg_namespace pn on pn.oid = p.relnamespace
            where (k.contype in ('p', 'u', 'c', 'f', 'x') or k.contype = 'n' and k.conname !~ '_not_null[0-9]*$')
                and k.conrelid >= 16384 and k.conparentid = 0
                and not exists (select from pg_depend x where x.classid = 'pg_namespace'::regclass and x.objid = k.connamespace
                    and x.deptype = 'e')
            """;

    private static final String ORDER = " order by k.conrelid, position(k.contype in 'pucfxn'), k.conname";

    /** The constraint of a row of that query, if it can be read. */
    static Optional<Constraint> constraint(Row row, Catalog catalog) {
        if (!catalog.isOwn(row.number("conrelid"))) {
            return Optional.empty();
        }
        String name = row.text("conname");
        if (row.find("amname").isPresent() && !row.is("indisvalid")) {
            catalog.identified("pg_class", row.number("conrelid"))
                    .ifPresent(table -> catalog.unreadable("invalid index of constraint " + name + " of " + table));
            return Optional.empty();
        }
        return switch (row.text("contype")) {
            case "p" -> Optional.of(new PrimaryKeyConstraint(name, key(row), deferral(row)));
            case "u" -> Optional.of(new UniqueConstraint(name, key(row), row.is("indnullsnotdistinct"), deferral(row)));
            case "c" ->
                Optional.of(new CheckConstraint(
                        name, Expression.printed(row.text("condition")), !row.is("connoinherit"), enforcement(row)));
            case "n" ->
                Optional.of(new NotNullConstraint(
                        name, row.texts("columns").get(0), !row.is("connoinherit"), enforcement(row)));
            case "x" -> Optional.of(exclusion(row));
            default -> foreignKey(row, catalog);
        };
    }

    private static KeyColumns key(Row row) {
        return new KeyColumns(
                row.texts("columns"), IndexType.included(row), row.is("conperiod"), IndexType.storage(row));
    }

    private static Constraint exclusion(Row row) {
        List<IndexKey> keys = IndexType.keys(row);
        List<Excluded> elements = IntStream.range(0, keys.size())
                .mapToObj(i -> new Excluded(
                        keys.get(i),
                        new Operator(
                                row.texts("operator_schemas").get(i),
                                row.texts("operators").get(i))))
                .toList();
        return new ExclusionConstraint(
                row.text("conname"),
                row.text("amname"),
                elements,
                IndexType.included(row),
                row.find("predicate").map(Expression::printed),
                deferral(row),
                IndexType.storage(row));
    }

    private static Optional<Constraint> foreignKey(Row row, Catalog catalog) {
        Optional<ObjectId<?>> target = target(row, catalog);
        if (target.isEmpty()) {
            catalog.identified("pg_class", row.number("conrelid"))
                    .ifPresent(table -> catalog.unreadable("constraint " + row.text("conname") + " of " + table));
        }
        return target.map(table -> foreignKey(row, table));
    }

    /** Partitions are read after the tables, and are known by their names until then. */
    private static Optional<ObjectId<?>> target(Row row, Catalog catalog) {
        long oid = row.number("confrelid");
        return catalog.identified("pg_class", oid)
                .or(() -> row.find("partition")
                        .filter(name -> catalog.isOwn(oid))
                        .map(name -> Partition.id(QualifiedName.of(row.text("partition_schema"), name))));
    }

    private static Constraint foreignKey(Row row, ObjectId<?> target) {
        return new ForeignKeyConstraint(
                row.text("conname"),
                row.texts("columns"),
                new Referenced(target, row.texts("target_columns"), row.is("match_full"), row.is("conperiod")),
                new Reactions(action(row.text("confdeltype")), row.texts("cleared"), action(row.text("confupdtype"))),
                deferral(row),
                enforcement(row));
    }

    private static Enforcement enforcement(Row row) {
        if (!row.is("conenforced")) {
            return Enforcement.NOT_ENFORCED;
        }
        return row.is("convalidated") ? Enforcement.ENFORCED : Enforcement.NOT_VALID;
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
