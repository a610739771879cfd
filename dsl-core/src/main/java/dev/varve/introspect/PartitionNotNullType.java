package dev.varve.introspect;

import dev.varve.model.PartitionNotNull;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** Columns that are not null in partitions, and may be in what these are parts of; those with a constraint that has a name are read as that. */
final class PartitionNotNullType implements ObjectType<PartitionNotNull> {

    @Override
    public Class<PartitionNotNull> type() {
        return PartitionNotNull.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<PartitionNotNull> introspect(Catalog catalog) {
        String sql = """
                select c.oid, a.attname
                from pg_class c
                join pg_inherits h on h.inhrelid = c.oid
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
                join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname and not pa.attnotnull
                where c.relispartition and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'n'
                    and k.conkey[1] = a.attnum and k.conname !~ '_not_null[0-9]*$')
                order by c.oid, a.attnum
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("oid"))
                                .map(partition -> new PartitionNotNull(partition, row.text("attname"))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
