package dev.varve.dsl;

import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Trigger;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trigger as it is written: {@code trigger("touch").before(UPDATE).on(ORDERS).forEachRow().call(TOUCH)}. With its name and relation
 * alone it stands for one that is already there.
 */
public record TriggerSpec(
        String name,
        Trigger.Timing timing,
        Set<Trigger.Event> events,
        List<String> columns,
        Optional<ObjectId<?>> on,
        boolean rows,
        Optional<Expression> condition,
        Optional<ObjectId<Function>> function,
        List<String> arguments)
        implements Named, Creation {

    public TriggerSpec {
        events = Set.copyOf(events);
        columns = List.copyOf(columns);
        arguments = List.copyOf(arguments);
    }

    static TriggerSpec of(String name) {
        return new TriggerSpec(
                name,
                Trigger.Timing.AFTER,
                Set.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Runs before these changes. */
    public TriggerSpec before(Trigger.Event first, Trigger.Event... more) {
        return timed(Trigger.Timing.BEFORE, EnumSet.of(first, more));
    }

    /** Runs after these changes. */
    public TriggerSpec after(Trigger.Event first, Trigger.Event... more) {
        return timed(Trigger.Timing.AFTER, EnumSet.of(first, more));
    }

    /** Runs in place of these changes of a view. */
    public TriggerSpec insteadOf(Trigger.Event first, Trigger.Event... more) {
        return timed(Trigger.Timing.INSTEAD_OF, EnumSet.of(first, more));
    }

    private TriggerSpec timed(Trigger.Timing other, Set<Trigger.Event> otherEvents) {
        return new TriggerSpec(name, other, otherEvents, columns, on, rows, condition, function, arguments);
    }

    /** Of updates, runs only for those that set one of these columns. */
    public TriggerSpec ofColumns(String... names) {
        return new TriggerSpec(name, timing, events, List.of(names), on, rows, condition, function, arguments);
    }

    /** Belongs to that table or view. */
    public TriggerSpec on(Named relation) {
        return new TriggerSpec(
                name, timing, events, columns, Optional.of(relation.id()), rows, condition, function, arguments);
    }

    /** Runs for every row; without this word once for the statement. */
    public TriggerSpec forEachRow() {
        return new TriggerSpec(name, timing, events, columns, on, true, condition, function, arguments);
    }

    /** Runs only where the condition holds, such as {@code "old.price is distinct from new.price"}. */
    public TriggerSpec when(String text) {
        return new TriggerSpec(
                name, timing, events, columns, on, rows, Optional.of(new Expression(text)), function, arguments);
    }

    /** Calls that function, with these arguments in {@code TG_ARGV}. */
    public TriggerSpec call(FunctionSpec called, String... values) {
        return new TriggerSpec(
                name, timing, events, columns, on, rows, condition, Optional.of(called.id()), List.of(values));
    }

    @Override
    public ObjectId<Trigger> id() {
        return Trigger.id(said(on, "on(...)").name(), name);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(new Trigger(
                name,
                said(on, "on(...)"),
                timing,
                events,
                columns,
                rows,
                condition,
                said(function, "call(...)"),
                arguments)));
    }

    private <T> T said(Optional<T> part, String word) {
        return part.orElseThrow(() -> new IllegalArgumentException("Trigger \"" + name + "\" lacks " + word + "."));
    }
}
