package dev.varve.introspect;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.Facet;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.RowReader;
import dev.varve.sql.QualifiedName;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of fact that a row of {@code pg_class} tells.
 *
 * @param feature what {@link Holdings} calls such a relation
 * @param condition when a relation {@code c} is told about
 * @param ofPartitions whether it is told of partitions, or of tables that are none
 * @param value what is read of it as {@code value}
 */
record TableFacets<F extends Facet>(
        Class<F> type, String feature, String value, String condition, RowReader<F> reader, boolean ofPartitions)
        implements FacetType<F> {

    /** A kind of fact about tables that are no partitions. */
    TableFacets(Class<F> type, String feature, String value, String condition, RowReader<F> reader) {
        this(type, feature, value, condition, reader, false);
    }

    private record Found<F>(QualifiedName table, F facet) {}

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class " + feature);
    }

    /** The same fact about partitions, where a condition beside holds. */
    TableFacets<F> ofPartitions(String further) {
        return new TableFacets<>(type, feature, value, condition + " and " + further, reader, true);
    }

    @Override
    public Map<QualifiedName, F> introspect(Catalog catalog) {
        String sql = """
                select n.nspname, c.relname, %s
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_am m on m.oid = c.relam
                left join pg_tablespace s on s.oid = c.reltablespace
                left join pg_type t on t.oid = c.reloftype
                where c.relkind in ('r', 'p', 'f') and c.relispartition = %s and %s
                """.formatted(value, ofPartitions, condition);
        return catalog
                .query(
                        sql,
                        row -> new Found<>(
                                QualifiedName.of(row.text("nspname"), row.text("relname")), reader.read(row)))
                .stream()
                .collect(toMap(Found::table, Found::facet));
    }
}
