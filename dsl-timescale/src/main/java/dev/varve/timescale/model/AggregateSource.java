package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.util.List;

/** What a continuous aggregate is computed from. */
record AggregateSource(ContinuousAggregate aggregate) {

    /** How many chunks of its hypertable TimescaleDB puts into one of the aggregate. */
    private static final int CHUNKS = 10;

    /**
     * The one hypertable or continuous aggregate that its query names.
     *
     * @throws RefusedException if there is not exactly one
     */
    SchemaObject in(Database database) {
        List<SchemaObject> sources = database.named(aggregate.query().qualifiedNames()).stream()
                .<SchemaObject>map(database::get)
                .filter(AggregateSource::isSource)
                .toList();
        if (sources.size() != 1) {
            String found = sources.isEmpty()
                    ? "none that is known here. Name it with its schema, and make it a hypertable first."
                    : "more than one: "
                            + sources.stream().map(SchemaObject::id).sorted().toList() + '.';
            throw new RefusedException(
                    aggregate.id(),
                    "The " + aggregate.id()
                            + " must select from one hypertable or continuous aggregate, but selects from " + found);
        }
        return sources.get(0);
    }

    private static boolean isSource(SchemaObject object) {
        return object instanceof ContinuousAggregate
                || object instanceof Table table
                        && table.facet(Hypertable.class).isPresent();
    }

    /** The length that TimescaleDB would choose for its chunks now. */
    Span chunkInterval(Database database) {
        SchemaObject source = in(database);
        return source instanceof Table table
                ? Hypertable.of(table).time().interval().times(CHUNKS)
                : ((ContinuousAggregate) source).chunkInterval().orElseThrow();
    }

    /** What it is computed from in the end, below those aggregates that do not stay. */
    SchemaObject base(Database before, Database staying) {
        SchemaObject source = in(before);
        return source instanceof ContinuousAggregate below && !staying.has(below.id())
                ? new AggregateSource(below).base(before, staying)
                : source;
    }

    /** The type of the time of the hypertable below. */
    String timeType(Database database) {
        SchemaObject source = in(database);
        return source instanceof ContinuousAggregate below
                ? new AggregateSource(below).timeType(database)
                : ((Table) source)
                        .column(Hypertable.of((Table) source).time().column())
                        .type()
                        .name()
                        .name();
    }
}
