package dev.varve.introspect;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.AccessMethod;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionFacet;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Facts about partitions. Where rows are stored, and by which access method, a partition takes from what it is a part of when it is made, so that only
 * what is otherwise there is a fact of its own.
 */
final class PartitionFacetType implements ObjectType<PartitionFacet> {

    private static final String PARENT =
            "(select p.%1$s from pg_inherits h join pg_class p on p.oid = h.inhparent" + " where h.inhrelid = c.oid)";

    private static final List<FacetType<?>> TYPES = List.of(
            new StorageParametersType(),
            CoreModule.ROW_SECURITY.ofPartitions("true"),
            new TableFacets<>(
                            Unlogged.class,
                            "unlogged",
                            "c.relpersistence",
                            "c.relpersistence = 'u'",
                            row -> new Unlogged())
                    .ofPartitions(PARENT.formatted("relpersistence") + " <> 'u'"),
            new TableFacets<>(
                            AccessMethod.class,
                            "method",
                            "m.amname as value",
                            "m.amname <> current_setting('default_table_access_method')",
                            row -> new AccessMethod(row.text("value")))
                    .ofPartitions("c.relam <> " + PARENT.formatted("relam")),
            new TableFacets<>(
                            Tablespace.class,
                            "tablespace",
                            "coalesce(s.spcname, 'pg_default') as value",
                            "true",
                            row -> new Tablespace(row.text("value")))
                    .ofPartitions("c.reltablespace <> " + PARENT.formatted("reltablespace")));

    private record Named(QualifiedName name, ObjectId<?> id) {}

    @Override
    public Class<PartitionFacet> type() {
        return PartitionFacet.class;
    }

    @Override
    public List<Operation> create(PartitionFacet object, Database from) {
        return List.of(new PutObject(object));
    }

    @Override
    public List<Operation> change(PartitionFacet from, PartitionFacet to) {
        return List.of(new PutObject(to));
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<PartitionFacet> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relispartition and c.relkind in ('r', 'p')
                """;
        Map<QualifiedName, ObjectId<?>> partitions = catalog
                .query(
                        sql,
                        row -> catalog.identified("pg_class", row.number("oid"))
                                .map(id -> new Named(QualifiedName.of(row.text("nspname"), row.text("relname")), id)))
                .stream()
                .flatMap(Optional::stream)
                .collect(toMap(Named::name, Named::id));
        return TYPES.stream()
                .filter(type -> type.catalog().filter(catalog::holds).isPresent())
                .flatMap(type -> facets(type.introspect(catalog), partitions))
                .toList();
    }

    private static Stream<PartitionFacet> facets(
            Map<QualifiedName, ? extends Facet> found, Map<QualifiedName, ObjectId<?>> partitions) {
        return found.entrySet().stream()
                .filter(fact -> partitions.containsKey(fact.getKey()))
                .map(fact -> new PartitionFacet(partitions.get(fact.getKey()), fact.getValue()));
    }
}
