package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ReplicaIdentity;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Replica identities that are not the default. */
final class ReplicaIdentityType implements ObjectType<ReplicaIdentity> {

    @Override
    public Class<ReplicaIdentity> type() {
        return ReplicaIdentity.class;
    }

    @Override
    public List<Operation> create(ReplicaIdentity object, Database from) {
        return List.of(new PutObject(object));
    }

    @Override
    public List<Operation> change(ReplicaIdentity from, ReplicaIdentity to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class identity");
    }

    @Override
    public List<ReplicaIdentity> introspect(Catalog catalog) {
        String sql = """
                select c.oid, c.relreplident::text, x.relname as index, coalesce(x.relispartition, false) as part
                from pg_class c
                left join pg_index i on i.indrelid = c.oid and i.indisreplident
                left join pg_class x on x.oid = i.indexrelid
                where c.relkind in ('r', 'p') and c.relreplident <> 'd'
                order by c.oid
                """;
        return catalog.query(sql, row -> identity(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ReplicaIdentity> identity(Row row, Catalog catalog) {
        return catalog.identified("pg_class", row.number("oid")).flatMap(table -> identity(row, table, catalog));
    }

    private static Optional<ReplicaIdentity> identity(Row row, ObjectId<?> table, Catalog catalog) {
        String code = row.text("relreplident");
        if (!code.equals("i")) {
            return Optional.of(code.equals("f") ? ReplicaIdentity.full(table) : ReplicaIdentity.nothing(table));
        }
        if (row.find("index").isEmpty()) {
            catalog.unreadable("replica identity of " + table + ", whose index is gone");
        }
        if (row.is("part")) {
            catalog.unreadable("replica identity of " + table + " by " + row.text("index")
                    + ", its part of an index of its table");
            return Optional.empty();
        }
        return row.find("index").map(index -> ReplicaIdentity.usingIndex(table, index));
    }
}
