package dev.varve.timescale.internal;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Facet;
import dev.varve.model.Queried;
import dev.varve.model.Rename;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.View;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.PlainCalls;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleFacet;
import dev.varve.timescale.model.TimescaleObject;
import java.util.List;

/** What is left of a state on a PostgreSQL without TimescaleDB: hypertables are tables there, and continuous aggregates views. */
final class PlainView {

    private PlainView() {}

    static Database of(Database declared) {
        List<SchemaObject> left = declared.objects()
                .filter(object -> !object.id().equals(Extension.id(TimescaleEdition.EXTENSION)))
                .filter(object -> !(object instanceof TimescaleObject))
                .map(object -> plain(object, declared))
                .toList();
        return Database.holding(declared.environment(), left);
    }

    private static SchemaObject plain(SchemaObject object, Database declared) {
        if (object instanceof ContinuousAggregate aggregate) {
            return new View(aggregate.name(), aggregate.runnable(declared));
        }
        if (object instanceof Queried view) {
            return view.querying(new PlainCalls(view.query().text()).query());
        }
        return object instanceof Table table ? withoutTimescale(table) : ofView(object);
    }

    /** A comment on an aggregate, and what else belongs to it, is one on the view. */
    private static SchemaObject ofView(SchemaObject object) {
        return object.owner()
                .filter(owner -> owner.type() == ContinuousAggregate.class)
                .map(owner -> object.following(new Rename.OfObject(owner, View.id(owner.name()))))
                .orElse(object);
    }

    private static Table withoutTimescale(Table table) {
        Table left = table;
        for (Class<? extends Facet> facet : table.facets().keySet()) {
            left = TimescaleFacet.class.isAssignableFrom(facet) ? left.without(facet) : left;
        }
        return left;
    }
}
