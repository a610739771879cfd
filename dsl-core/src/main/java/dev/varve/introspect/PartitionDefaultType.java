package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.PartitionDefault;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;

/** Defaults of partitions that are not those of what they are parts of. */
final class PartitionDefaultType implements ObjectType<PartitionDefault> {

    @Override
    public Class<PartitionDefault> type() {
        return PartitionDefault.class;
    }

    @Override
    public List<Operation> create(PartitionDefault object, Database from) {
        return List.of(new PutObject(object));
    }

    @Override
    public List<Operation> change(PartitionDefault from, PartitionDefault to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<PartitionDefault> introspect(Catalog catalog) {
        String sql = """
                select c.oid, a.attname, pg_get_expr(d.adbin, d.adrelid) as value
                from pg_class c
                join pg_inherits h on h.inhrelid = c.oid
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    and a.attidentity = ''
                join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname and pa.attidentity = ''
                    and pa.attgenerated = ''
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                left join pg_attrdef pd on pd.adrelid = pa.attrelid and pd.adnum = pa.attnum
                where c.relispartition and pg_get_expr(d.adbin, d.adrelid) is distinct from pg_get_expr(pd.adbin, pd.adrelid)
                order by c.oid, a.attnum
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("oid"))
                                .map(partition -> new PartitionDefault(
                                        partition,
                                        row.text("attname"),
                                        row.find("value").map(Expression::printed))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
