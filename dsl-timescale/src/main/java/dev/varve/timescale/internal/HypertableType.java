package dev.varve.timescale.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.RangeDimension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hypertables, but for those of continuous aggregates and of compressed chunks. */
final class HypertableType implements FacetType<Hypertable> {

    /** What tells the function {@code p} through which the dimension {@code d} is cut: somebody's own, which takes its column. */
    static final String PARTITIONING = """
            p.proname = d.partitioning_func and p.pronamespace = to_regnamespace(quote_ident(d.partitioning_func_schema))
                and p.pronargs = 1 and p.proargtypes[0] in (d.column_type::oid, 'anyelement'::regtype)
                and d.partitioning_func_schema !~ '^(pg_|_timescaledb_)'""";

    private static final String SQL = """
            select h.schema_name, h.table_name, d.column_name, coalesce(d.num_slices, 0) as slices,
                coalesce(d.interval_length, 0) as length, d.integer_now_func_schema as clock_schema, d.integer_now_func as clock,
                coalesce(p.prorettype::regtype, d.column_type)::text in ('smallint', 'integer', 'bigint') as whole,
                d.partitioning_func_schema as function_schema, p.proname as function,
                format_type(p.proargtypes[0], null) as argument
            from _timescaledb_catalog.dimension d
            join _timescaledb_catalog.hypertable h on h.id = d.hypertable_id
            left join pg_proc p on d.num_slices is null and {function}
            where h.compression_state <> 2
                and not exists (select from _timescaledb_catalog.continuous_agg a where a.mat_hypertable_id = h.id)
            order by h.id, d.id
            """.replace("{function}", PARTITIONING);

    private record Found(QualifiedName table, Dimension dimension) {}

    @Override
    public Class<Hypertable> type() {
        return Hypertable.class;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<Hypertable> from, Optional<Hypertable> to) {
        return HypertableDifference.between(table, from, to);
    }

    @Override
    public Map<QualifiedName, Hypertable> introspect(Catalog catalog) {
        UnreadableSettings.report(catalog);
        Map<QualifiedName, List<Dimension>> dimensions = new TimescaleCatalog(catalog)
                .query(SQL, row -> new Found(TimescaleCatalog.name(row), dimension(row))).stream()
                        .collect(groupingBy(Found::table, mapping(Found::dimension, toList())));
        Map<QualifiedName, Hypertable> hypertables = new HashMap<>();
        dimensions.forEach((table, parts) -> {
            if (parts.get(0) instanceof RangeDimension time) {
                hypertables.put(table, new Hypertable(time, parts.subList(1, parts.size())));
            } else {
                catalog.unreadable("dimensions of hypertable " + table);
            }
        });
        return hypertables;
    }

    private static Dimension dimension(Row row) {
        int slices = (int) row.number("slices");
        String column = row.text("column_name");
        return slices == 0
                ? new RangeDimension(column, TimescaleCatalog.chunkInterval(row), clock(row), function(row))
                : new HashDimension(column, slices);
    }

    private static Optional<ObjectId<Function>> function(Row row) {
        return row.find("function")
                .map(name -> Function.id(
                        QualifiedName.of(row.text("function_schema"), name),
                        List.of(TypeName.of(row.text("argument")))));
    }

    private static Optional<QualifiedName> clock(Row row) {
        return row.find("clock").map(function -> QualifiedName.of(row.text("clock_schema"), function));
    }
}
