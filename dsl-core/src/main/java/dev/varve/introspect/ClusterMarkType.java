package dev.varve.introspect;

import dev.varve.model.ClusterMark;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.OwnIndex;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** The indexes by which {@code cluster} sorts. */
final class ClusterMarkType implements ObjectType<ClusterMark> {

    @Override
    public Class<ClusterMark> type() {
        return ClusterMark.class;
    }

    @Override
    public List<Operation> create(ClusterMark object, Database from) {
        return List.of(new PutObject(object));
    }

    @Override
    public List<Operation> change(ClusterMark from, ClusterMark to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class i");
    }

    @Override
    public List<ClusterMark> introspect(Catalog catalog) {
        String sql = """
                select i.indrelid, x.relname, x.relispartition as part
                from pg_index i join pg_class x on x.oid = i.indexrelid
                where i.indisclustered
                order by i.indrelid
                """;
        return catalog.query(sql, row -> mark(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The part that a partition has of an index of its table is no object that could be named. */
    private static Optional<ClusterMark> mark(Row row, Catalog catalog) {
        Optional<ObjectId<?>> on = catalog.identified("pg_class", row.number("indrelid"));
        if (row.is("part")) {
            on.ifPresent(relation -> catalog.unreadable("clustering of " + relation + " by " + row.text("relname")
                    + ", its part of an index of its table"));
            return Optional.empty();
        }
        return on.map(relation -> new ClusterMark(new OwnIndex(relation, row.text("relname"))));
    }
}
