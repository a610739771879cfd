package dev.varve.introspect;

import dev.varve.model.ClusterMark;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** The indexes by which materialized views are ordered. */
final class ClusterMarkType implements ObjectType<ClusterMark> {

    @Override
    public Class<ClusterMark> type() {
        return ClusterMark.class;
    }

    @Override
    public List<ClusterMark> introspect(Catalog catalog) {
        String sql = """
                select i.indexrelid, i.indrelid from pg_index i join pg_class c on c.oid = i.indrelid
                where i.indisclustered and c.relkind = 'm'
                order by i.indrelid
                """;
        return catalog
                .query(
                        sql,
                        row -> mark(
                                catalog.identified("pg_class", row.number("indrelid")),
                                catalog.identified("pg_class", row.number("indexrelid"))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ClusterMark> mark(Optional<ObjectId<?>> view, Optional<ObjectId<?>> index) {
        return view.flatMap(v -> index.map(i -> new ClusterMark(MaterializedView.id(v.name()), Index.id(i.name()))));
    }
}
