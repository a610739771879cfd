package dev.varve.introspect;

import dev.varve.model.ColumnOrder;
import dev.varve.model.Database;
import dev.varve.model.Foreign;
import dev.varve.model.ForeignServer;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.Table;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Partitions, each after what it is a part of. */
final class PartitionType implements ObjectType<Partition> {

    @Override
    public Class<Partition> type() {
        return Partition.class;
    }

    /** A table that is there already is attached. */
    @Override
    public List<Operation> create(Partition partition, Database from) {
        return from.has(Table.id(partition.name()))
                ? List.of(new AttachPartition(partition.ordered(ColumnOrder.OF_TABLE)))
                : ObjectType.super.create(partition, from);
    }

    /** A partition of other rows is detached and attached again, so that it keeps those that it has. */
    @Override
    public List<Operation> change(Partition from, Partition to) {
        return from.partitioning().equals(to.partitioning())
                ? List.of(new DetachPartition(from.id()), new AttachPartition(to))
                : List.of(new DropObject(from.id()), new CreateObject(to));
    }

    /** A partition that becomes a table is detached. */
    @Override
    public List<Operation> drop(Partition partition, Database from, Database to) {
        return to.has(Table.id(partition.name()))
                ? List.of(new DetachPartition(partition.id()))
                : ObjectType.super.drop(partition, from, to);
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<Partition> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, c.relkind::text, h.inhparent, h.inhdetachpending,
                    pg_get_expr(c.relpartbound, c.oid) as bound, pg_get_partkeydef(c.oid) as key,
                    s.srvname, coalesce(f.ftoptions, '{}') as options,
                    exists (select from pg_attribute a where a.attrelid = c.oid and a.attfdwoptions is not null) as column_options,
                    case when own.names <> above.names then own.names else '{}' end as names
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits h on h.inhrelid = c.oid
                left join pg_foreign_table f on f.ftrelid = c.oid left join pg_foreign_server s on s.oid = f.ftserver
                cross join lateral (select {names} where a.attrelid = c.oid and {there}) own
                cross join lateral (select {names} where a.attrelid = h.inhparent and {there}) above
                where c.relispartition and c.relkind in ('r', 'p', 'f')
                order by (select count(*) from pg_partition_ancestors(c.oid)), n.nspname, c.relname
                """.replace("{names}", "array_agg(a.attname::text order by a.attnum) as names from pg_attribute a")
                .replace("{there}", "a.attnum > 0 and not a.attisdropped");
        return catalog.query(sql, row -> partition(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Partition> partition(Row row, Catalog catalog) {
        if (!catalog.isOwn(row.number("oid"))) {
            return Optional.empty();
        }
        QualifiedName name = QualifiedName.of(row.text("nspname"), row.text("relname"));
        Optional<ObjectId<?>> parent = catalog.identified("pg_class", row.number("inhparent"));
        if (parent.isEmpty() || row.is("inhdetachpending") || row.is("column_options")) {
            catalog.unreadable("partition " + name
                    + ", which is half detached, part of something unreadable, or tells a server of its columns");
            return Optional.empty();
        }
        catalog.identify("pg_class", row.number("oid"), Partition.id(name));
        return Optional.of(new Partition(
                name,
                parent.get(),
                new PartitionBound(row.text("bound")),
                row.find("key").map(PartitionType::partitioning),
                row.find("srvname")
                        .map(server -> new Foreign(
                                ForeignServer.id(server),
                                ForeignServerType.options(row),
                                Collections.emptySortedMap())),
                new ColumnOrder(row.texts("names"))));
    }

    /** How a table is partitioned that PostgreSQL describes as {@code RANGE (a, lower(b))}. */
    static Partitioning partitioning(String printed) {
        int open = printed.indexOf('(');
        return new Partitioning(
                Partitioning.Strategy.valueOf(printed.substring(0, open).strip()),
                keys(printed.substring(open + 1, printed.length() - 1)));
    }

    private static List<Expression> keys(String printed) {
        List<Expression> keys = new ArrayList<>();
        int depth = 0;
        int from = 0;
        char quote = 0;
        for (int at = 0; at < printed.length(); at++) {
            char c = printed.charAt(at);
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            } else if (quote == 0 && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            } else if (quote == 0 && depth == 0 && c == ',') {
                keys.add(Expression.printed(printed.substring(from, at).strip()));
                from = at + 1;
            }
        }
        keys.add(Expression.printed(printed.substring(from).strip()));
        return keys;
    }
}
