package dev.varve.introspect;

import dev.varve.model.ColumnProperty;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionProperty;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How partitions store columns and plan with them, where that is not as in what they are parts of. */
final class PartitionPropertyType implements ObjectType<PartitionProperty> {

    private static final String SQL =
            """
            select c.oid, a.attname, %s, %s
            from pg_class c
            join pg_inherits h on h.inhrelid = c.oid
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname
            where c.relispartition and (a.attstorage <> pa.attstorage or a.attcompression <> pa.attcompression
                or a.attstattarget is distinct from pa.attstattarget or a.attoptions is not null)
            order by c.oid, a.attnum
            """.formatted(ColumnProperties.columns("a", ""), ColumnProperties.columns("pa", "_above"));

    @Override
    public Class<PartitionProperty> type() {
        return PartitionProperty.class;
    }

    @Override
    public List<Operation> create(PartitionProperty object, Database from) {
        return List.of(new PutObject(object));
    }

    @Override
    public List<Operation> change(PartitionProperty from, PartitionProperty to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<PartitionProperty> introspect(Catalog catalog) {
        return catalog
                .query(
                        SQL,
                        row -> catalog.identified("pg_class", row.number("oid")).stream()
                                .flatMap(partition -> properties(partition, row))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<PartitionProperty> properties(ObjectId<?> partition, Row row) {
        Map<ColumnProperty, String> own = ColumnProperties.of(row, "");
        Map<ColumnProperty, String> above = ColumnProperties.of(row, "_above");
        above.keySet().removeIf(property -> !property.goesForPartitions());
        return Arrays.stream(ColumnProperty.values())
                .filter(property ->
                        !Optional.ofNullable(own.get(property)).equals(Optional.ofNullable(above.get(property))))
                .map(property -> new PartitionProperty(
                        partition, row.text("attname"), property, Optional.ofNullable(own.get(property))));
    }
}
