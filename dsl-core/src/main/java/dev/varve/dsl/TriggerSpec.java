package dev.varve.dsl;

import dev.varve.model.Deferral;
import dev.varve.model.Firing;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Trigger;
import dev.varve.model.TriggerTraits;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameWithin;
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
        List<String> arguments,
        TriggerTraits traits)
        implements Named, Creation, Replacement, Alterable<TriggerSpec.Alteration> {

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
                List.of(),
                TriggerTraits.PLAIN);
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
        return new TriggerSpec(name, other, otherEvents, columns, on, rows, condition, function, arguments, traits);
    }

    /** Of updates, runs only for those that set one of these columns. */
    public TriggerSpec ofColumns(String... names) {
        return new TriggerSpec(name, timing, events, List.of(names), on, rows, condition, function, arguments, traits);
    }

    /** Belongs to that table or view. */
    public TriggerSpec on(Named relation) {
        return new TriggerSpec(
                name,
                timing,
                events,
                columns,
                Optional.of(relation.id()),
                rows,
                condition,
                function,
                arguments,
                traits);
    }

    /** Runs for every row; without this word once for the statement. */
    public TriggerSpec forEachRow() {
        return new TriggerSpec(name, timing, events, columns, on, true, condition, function, arguments, traits);
    }

    /** Runs only where the condition holds, such as {@code "old.price is distinct from new.price"}. */
    public TriggerSpec when(String text) {
        return new TriggerSpec(
                name,
                timing,
                events,
                columns,
                on,
                rows,
                Optional.of(new Expression(text)),
                function,
                arguments,
                traits);
    }

    /** Calls that function, with these arguments in {@code TG_ARGV}. */
    public TriggerSpec call(FunctionSpec called, String... values) {
        return new TriggerSpec(
                name, timing, events, columns, on, rows, condition, Optional.of(called.id()), List.of(values), traits);
    }

    @Override
    public ObjectId<Trigger> id() {
        return Trigger.id(said(on, "on(...)").name(), name);
    }

    /** Is a constraint, so that {@code set constraints} finds it. */
    public TriggerSpec constraint() {
        return with(traits.constraint(Deferral.NOT_DEFERRABLE));
    }

    /** Is a constraint, which a transaction can put off to its end. */
    public TriggerSpec deferrable() {
        return with(traits.constraint(Deferral.INITIALLY_IMMEDIATE));
    }

    /** Is a constraint, which runs at the end of the transaction. */
    public TriggerSpec deferred() {
        return with(traits.constraint(Deferral.INITIALLY_DEFERRED));
    }

    /** For a constraint: looks at that other table. */
    public TriggerSpec from(TableReference table) {
        return with(traits.from(table.id()));
    }

    /** Lets the function read all rows as they were under that name. */
    public TriggerSpec oldTable(String table) {
        return with(traits.oldTable(table));
    }

    /** Lets the function read all rows as they are under that name. */
    public TriggerSpec newTable(String table) {
        return with(traits.newTable(table));
    }

    /** Does not run until it is enabled. */
    public TriggerSpec disabled() {
        return with(traits.firing(Firing.DISABLED));
    }

    /** Runs only where the changes of another server are replayed. */
    public TriggerSpec enabledOnReplica() {
        return with(traits.firing(Firing.REPLICA));
    }

    /** Runs also where the changes of another server are replayed. */
    public TriggerSpec enabledAlways() {
        return with(traits.firing(Firing.ALWAYS));
    }

    private TriggerSpec with(TriggerTraits others) {
        return new TriggerSpec(name, timing, events, columns, on, rows, condition, function, arguments, others);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(trigger()));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(trigger());
    }

    private Trigger trigger() {
        return new Trigger(
                name,
                said(on, "on(...)"),
                timing,
                events,
                columns,
                rows,
                condition,
                said(function, "call(...)"),
                arguments,
                traits);
    }

    private <T> T said(Optional<T> part, String word) {
        return part.orElseThrow(() -> new IllegalArgumentException("Trigger \"" + name + "\" lacks " + word + "."));
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Switching(Firing firing) implements ObjectChange<Trigger> {

        @Override
        public Trigger of(Trigger before) {
            return before.with(before.traits().firing(firing));
        }
    }

    /** The words for changing a trigger. */
    public static final class Alteration extends FiringAlteration<Alteration> {

        private final ObjectId<Trigger> trigger;
        private final Changes changes;

        private Alteration(ObjectId<Trigger> trigger, Changes changes) {
            this.trigger = trigger;
            this.changes = changes;
        }

        /** Gives it another name. */
        public void rename(String to) {
            changes.add(new RenameWithin<>(trigger, to));
        }

        @Override
        Alteration firing(Firing firing) {
            changes.add(new AlterObject<>(trigger, new Switching(firing)));
            return this;
        }
    }
}
