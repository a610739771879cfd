package dev.varve.timescale.internal;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes that somebody made of what continuous aggregates store. */
final class AggregateIndexType implements ObjectType<AggregateIndex> {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private static final String SQL =
            """
            select a.user_view_schema as schema_name, a.user_view_name as table_name, x.relname, m.amname, i.indnkeyatts,
                i.indexprs is null and i.indpred is null and x.reloptions is null and x.reltablespace = 0
                    and not exists (select from unnest(i.indclass) u(class) join pg_opclass o on o.oid = u.class
                        where not o.opcdefault) as readable,
                array(select c.attname::text from unnest(i.indkey) with ordinality u(k, place)
                    join pg_attribute c on c.attrelid = i.indrelid and c.attnum = u.k order by place) as columns,
                array(select o::int from unnest(i.indoption) with ordinality u(o, place) order by place) as options
            from _timescaledb_catalog.continuous_agg a
            join _timescaledb_catalog.hypertable h on h.id = a.mat_hypertable_id
            join _timescaledb_catalog.dimension d on d.hypertable_id = h.id
            join pg_index i on i.indrelid = format('%I.%I', h.schema_name, h.table_name)::regclass
            join pg_class x on x.oid = i.indexrelid
            join pg_am m on m.oid = x.relam
            where not ({ofTime}) and not ({ofGroup})
            order by x.relname
            """.replace("{ofTime}", OwnIndexes.OF_TIME).replace("{ofGroup}", OwnIndexes.OF_GROUP);

    @Override
    public Class<AggregateIndex> type() {
        return AggregateIndex.class;
    }

    @Override
    public List<Operation> change(AggregateIndex from, AggregateIndex to) {
        return List.of(new DropObject(from.id()), new CreateObject(to));
    }

    @Override
    public List<AggregateIndex> introspect(Catalog catalog) {
        return new TimescaleCatalog(catalog)
                .query(SQL, row -> read(row, catalog)).stream()
                        .flatMap(Optional::stream)
                        .filter(index -> catalog.isOwn(index.index().name().schema()))
                        .toList();
    }

    private static Optional<AggregateIndex> read(Row row, Catalog catalog) {
        QualifiedName aggregate = TimescaleCatalog.name(row);
        if (!row.is("readable")) {
            catalog.unreadable("index " + row.text("relname") + " of continuous aggregate " + aggregate);
            return Optional.empty();
        }
        int count = (int) row.number("indnkeyatts");
        List<IndexKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long options = row.numbers("options").get(i);
            keys.add(key(row.texts("columns").get(i), options, row.text("amname")));
        }
        List<String> included =
                row.texts("columns").subList(count, row.texts("columns").size());
        return Optional.of(new AggregateIndex(new Index(
                aggregate.named(row.text("relname")),
                ContinuousAggregate.id(aggregate),
                false,
                row.text("amname"),
                keys,
                included,
                Optional.empty())));
    }

    private static IndexKey key(String column, long options, String method) {
        if (!method.equals("btree")) {
            return IndexKey.column(column);
        }
        IndexKey key = (options & DESCENDING) == 0
                ? IndexKey.column(column)
                : IndexKey.column(column).desc();
        return (options & NULLS_FIRST) == 0 ? key.withNullsLast() : key.withNullsFirst();
    }
}
