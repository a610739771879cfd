package dev.varve.timescale.internal;

import dev.varve.model.Extension;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleFacet;
import dev.varve.timescale.model.TimescaleObject;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.TimescaleOperation;
import java.util.List;

/** What an operation leaves out on a PostgreSQL without TimescaleDB, in words. */
final class Skipped {

    private Skipped() {}

    static List<String> by(Operation operation) {
        if (operation instanceof TimescaleOperation) {
            return List.of(operation.description());
        }
        if (operation instanceof CreateContinuousAggregate creating) {
            return in(creating.aggregate());
        }
        return operation instanceof CreateObject creating ? in(creating.object()) : List.of();
    }

    private static List<String> in(SchemaObject object) {
        if (object instanceof Table table) {
            return table.facets().values().stream()
                    .filter(TimescaleFacet.class::isInstance)
                    .map(facet -> ((TimescaleFacet) facet).description() + " of " + table.name())
                    .toList();
        }
        if (object instanceof ContinuousAggregate aggregate) {
            return List.of("storing " + aggregate.id() + ", which is a plain view");
        }
        if (object instanceof TimescaleObject) {
            return List.of(object.id().toString());
        }
        boolean timescale = object.id().equals(Extension.id(TimescaleEdition.EXTENSION));
        return timescale ? List.of("extension timescaledb, but for time_bucket, first and last") : List.of();
    }
}
