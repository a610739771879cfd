package dev.varve.introspect;

import dev.varve.model.ClusterMark;
import dev.varve.model.Database;
import dev.varve.model.OwnIndex;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
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
                select i.indrelid, x.relname from pg_index i join pg_class x on x.oid = i.indexrelid
                where i.indisclustered
                order by i.indrelid
                """;
        return catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("indrelid"))
                                .map(on -> new ClusterMark(new OwnIndex(on, row.text("relname")))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
