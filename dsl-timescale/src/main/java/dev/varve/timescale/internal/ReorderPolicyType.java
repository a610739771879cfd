package dev.varve.timescale.internal;

import dev.varve.model.Index;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.ReorderPolicy;
import java.util.List;

/** By which index the rows of chunks are put into order. A policy that names an index that is gone is reported. */
final class ReorderPolicyType implements ObjectType<ReorderPolicy> {

    private static final String SQL = "select h.schema_name, h.table_name, j.config ->> 'index_name' as index_name, "
            + "to_regclass(format('%I.%I', h.schema_name, j.config ->> 'index_name')) is not null as usable, "
            + ScheduleColumns.SQL
            + """

            from {jobs}.bgw_job j
            join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
            where j.proc_name = 'policy_reorder'
            order by j.id
            """;

    private record Found(ReorderPolicy policy, boolean usable) {}

    @Override
    public Class<ReorderPolicy> type() {
        return ReorderPolicy.class;
    }

    @Override
    public List<Operation> change(ReorderPolicy from, ReorderPolicy to) {
        return List.of(new DropObject(from.id()), new CreateObject(to));
    }

    @Override
    public List<ReorderPolicy> introspect(Catalog catalog) {
        List<Found> found = new TimescaleCatalog(catalog)
                .query(SQL, ReorderPolicyType::read).stream()
                        .filter(one -> catalog.isOwn(one.policy().table().schema()))
                        .toList();
        found.stream()
                .filter(one -> !one.usable())
                .forEach(one -> catalog.unreadable(one.policy().id() + ", whose index \""
                        + one.policy().index().name().name() + "\" is gone"));
        return found.stream().filter(Found::usable).map(Found::policy).toList();
    }

    private static Found read(Row row) {
        QualifiedName table = TimescaleCatalog.name(row);
        ReorderPolicy policy =
                new ReorderPolicy(table, Index.id(table.named(row.text("index_name"))), ScheduleColumns.read(row));
        return new Found(policy, row.is("usable"));
    }
}
