package dev.varve.introspect;

import dev.varve.model.EventTrigger;
import dev.varve.model.Firing;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Event triggers that users made. */
final class EventTriggerType implements ObjectType<EventTrigger> {

    @Override
    public Class<EventTrigger> type() {
        return EventTrigger.class;
    }

    @Override
    public List<EventTrigger> introspect(Catalog catalog) {
        String sql = """
                select e.oid, '' as nspname, e.evtname, e.evtevent, e.evtfoid, e.evtenabled::text, e.evttags
                from pg_event_trigger e
                """;
        return catalog.own("pg_event_trigger", sql, row -> trigger(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EventTrigger> trigger(Row row, Catalog catalog) {
        Optional<EventTrigger> trigger = catalog.identified("pg_proc", row.number("evtfoid"))
                .map(function -> trigger(row, new ObjectId<>(Function.class, function.name(), function.detail())));
        trigger.ifPresentOrElse(
                read -> catalog.identify("pg_event_trigger", row.number("oid"), read.id()),
                () -> catalog.unreadable("event trigger " + row.text("evtname")));
        return trigger;
    }

    private static EventTrigger trigger(Row row, ObjectId<Function> function) {
        return new EventTrigger(
                row.text("evtname"),
                EventTrigger.Event.valueOf(row.text("evtevent").toUpperCase(Locale.ROOT)),
                new LinkedHashSet<>(row.texts("evttags")),
                function,
                Firing.of(row.text("evtenabled")));
    }
}
