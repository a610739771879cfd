package dev.varve.timescale.internal;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModule;
import dev.varve.spi.ServerMode;
import dev.varve.timescale.model.PlainFunctions;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What TimescaleDB adds to a database, as core sees it. */
public final class TimescaleModule implements SchemaModule {

    /** For {@link java.util.ServiceLoader}. */
    public TimescaleModule() {}

    @Override
    public List<ObjectType<?>> objectTypes() {
        return List.of(new ContinuousAggregateType(), new AggregateIndexType(), new ReorderPolicyType(), new JobType());
    }

    /** A hypertable comes before what leans on its being one. */
    @Override
    public List<FacetType<?>> facetTypes() {
        return List.of(
                new HypertableType(),
                new TablespacesType(),
                new ChunkSkippingType(),
                new CompressionType(),
                new CompressionPolicyType(),
                new RetentionPolicyType());
    }

    @Override
    public Environment environment(Catalog catalog, Environment environment) {
        return environment.with(TimescaleEdition.class, EditionReader.read(catalog));
    }

    @Override
    public List<ServerMode> modes() {
        return List.of(TimescaleEdition.PLAIN);
    }

    @Override
    public void check(Environment chosen) {
        chosen.feature(TimescaleEdition.class).ifPresent(edition -> {
            edition.refuseMixture();
            edition.refuseOld();
        });
    }

    /** Before 2.23 hypertables have triggers of TimescaleDB, which call functions of its own. */
    @Override
    public Set<String> hiddenSchemas() {
        return Set.of(PlainFunctions.SCHEMA, "_timescaledb_functions", "_timescaledb_internal");
    }

    @Override
    public Database shown(Database declared) {
        return TimescaleEdition.of(declared).isPlain() ? PlainView.of(declared) : declared;
    }

    @Override
    public void check(Operation operation, Database before) {
        if (TimescaleEdition.of(before).isPlain()) {
            MissingFunctions.refuse(operation, before);
        }
    }

    @Override
    public List<String> skipped(Operation operation, Database before) {
        return TimescaleEdition.of(before).isPlain() ? Skipped.by(operation) : List.of();
    }

    @Override
    public void foresee(Catalog catalog, List<Operation> coming, Database before) {
        if (!TimescaleEdition.of(before).isPlain()) {
            Foresight.of(catalog, coming, before);
        }
    }

    @Override
    public Set<Long> hidden(Catalog catalog) {
        TimescaleCatalog timescale = new TimescaleCatalog(catalog);
        return timescale.isInstalled() ? new HashSet<>(timescale.query(HIDDEN, row -> row.number("oid"))) : Set.of();
    }

    /** Chunks wherever they lie, whatever lies in a schema of the extension, and aggregates, which PostgreSQL takes for views. */
    private static final String HIDDEN = """
            select c.oid
            from pg_class c
            join pg_depend d on d.classid = 'pg_namespace'::regclass and d.objid = c.relnamespace and d.deptype = 'e'
            join pg_extension e on d.refclassid = 'pg_extension'::regclass and e.oid = d.refobjid and e.extname = 'timescaledb'
            union
            select i.inhrelid
            from pg_inherits i
            join pg_class p on p.oid = i.inhparent
            join pg_namespace n on n.oid = p.relnamespace
            join _timescaledb_catalog.hypertable h on h.schema_name = n.nspname and h.table_name = p.relname
            union
            select c.oid
            from _timescaledb_catalog.continuous_agg a
            join pg_namespace n on n.nspname = a.user_view_schema
            join pg_class c on c.relnamespace = n.oid and c.relname = a.user_view_name
            """;
}
