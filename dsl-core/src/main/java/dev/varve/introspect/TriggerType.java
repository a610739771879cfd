package dev.varve.introspect;

import dev.varve.model.Deferral;
import dev.varve.model.Firing;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Trigger;
import dev.varve.model.TriggerTraits;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Triggers that users made. */
final class TriggerType implements ObjectType<Trigger> {

    /** The bits of {@code pg_trigger.tgtype}, as {@code catalog/pg_trigger.h} of PostgreSQL has them. */
    private static final int ROW = 1;

    private static final int BEFORE = 1 << 1;
    private static final int INSERT = 1 << 2;
    private static final int DELETE = 1 << 3;
    private static final int UPDATE = 1 << 4;
    private static final int TRUNCATE = 1 << 5;
    private static final int INSTEAD = 1 << 6;

    @Override
    public Class<Trigger> type() {
        return Trigger.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_trigger");
    }

    @Override
    public List<Trigger> introspect(Catalog catalog) {
        String sql = """
                select t.oid, t.tgname, t.tgrelid, fn.nspname as function_schema, f.proname as function_name, t.tgtype, t.tgargs, t.tgnargs,
                    t.tgconstraint <> 0 as isconstraint, t.tgdeferrable, t.tginitdeferred, t.tgconstrrelid, t.tgenabled::text,
                    coalesce(t.tgoldtable, '') as oldtable, coalesce(t.tgnewtable, '') as newtable,
                    substring(pg_get_triggerdef(t.oid) from ' WHEN \\((.*)\\) EXECUTE FUNCTION ') as condition,
                    array(select a.attname::text from unnest(t.tgattr) with ordinality u(num, place)
                        join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = u.num order by place) as columns
                from pg_trigger t
                join pg_proc f on f.oid = t.tgfoid
                join pg_namespace fn on fn.oid = f.pronamespace
                where not t.tgisinternal and t.tgparentid = 0
                order by t.tgrelid, t.tgname
                """;
        return catalog.query(sql, row -> trigger(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Trigger> trigger(Row row, Catalog catalog) {
        if (!catalog.isOwn(row.number("tgrelid")) || !catalog.isOwn(row.text("function_schema"))) {
            return Optional.empty();
        }
        Optional<ObjectId<?>> relation = catalog.identified("pg_class", row.number("tgrelid"));
        if (relation.isEmpty()) {
            catalog.unreadable("trigger " + row.text("tgname"));
            return Optional.empty();
        }
        Trigger trigger = trigger(row, relation.get(), function(row), catalog);
        catalog.identify("pg_trigger", row.number("oid"), trigger.id());
        return Optional.of(trigger);
    }

    /** It takes no arguments, as far as its definition says. */
    private static ObjectId<Function> function(Row row) {
        return Function.id(QualifiedName.of(row.text("function_schema"), row.text("function_name")), List.of());
    }

    private static Trigger trigger(Row row, ObjectId<?> relation, ObjectId<Function> function, Catalog catalog) {
        int type = (int) row.number("tgtype");
        return new Trigger(
                row.text("tgname"),
                relation,
                timing(type),
                events(type),
                row.texts("columns"),
                (type & ROW) != 0,
                row.find("condition").map(Expression::printed),
                function,
                arguments(row),
                traits(row, catalog));
    }

    private static TriggerTraits traits(Row row, Catalog catalog) {
        return new TriggerTraits(
                Optional.of(deferral(row)).filter(deferral -> row.is("isconstraint")),
                catalog.identified("pg_class", row.number("tgconstrrelid")),
                row.text("oldtable"),
                row.text("newtable"),
                Firing.of(row.text("tgenabled")));
    }

    private static Deferral deferral(Row row) {
        if (!row.is("tgdeferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.is("tginitdeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static Trigger.Timing timing(int type) {
        if ((type & INSTEAD) != 0) {
            return Trigger.Timing.INSTEAD_OF;
        }
        return (type & BEFORE) != 0 ? Trigger.Timing.BEFORE : Trigger.Timing.AFTER;
    }

    private static Set<Trigger.Event> events(int type) {
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        add(events, type & INSERT, Trigger.Event.INSERT);
        add(events, type & UPDATE, Trigger.Event.UPDATE);
        add(events, type & DELETE, Trigger.Event.DELETE);
        add(events, type & TRUNCATE, Trigger.Event.TRUNCATE);
        return events;
    }

    private static void add(Set<Trigger.Event> events, int bit, Trigger.Event event) {
        if (bit != 0) {
            events.add(event);
        }
    }

    /** The arguments stand one after the other, each ended by a zero byte. */
    private static List<String> arguments(Row row) {
        int count = (int) row.number("tgnargs");
        String all = new String(row.bytes("tgargs"), StandardCharsets.UTF_8);
        return Arrays.asList(all.split("\0", -1)).subList(0, count);
    }
}
