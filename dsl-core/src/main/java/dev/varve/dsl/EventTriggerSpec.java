package dev.varve.dsl;

import dev.varve.model.EventTrigger;
import dev.varve.model.Firing;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event trigger as it is written: {@code eventTrigger("watch").on(DDL_COMMAND_END).call(NOTE)}; with its name alone it stands for one that
 * is already there. Without another word it runs at the end of every command that changes the schema.
 */
public record EventTriggerSpec(
        String name, EventTrigger.Event event, Set<String> tags, Optional<ObjectId<Function>> function, Firing firing)
        implements Named, Creation, Replacement, Alterable<EventTriggerSpec.Alteration> {

    static EventTriggerSpec of(String name) {
        return new EventTriggerSpec(
                name, EventTrigger.Event.DDL_COMMAND_END, Set.of(), Optional.empty(), Firing.ORIGIN);
    }

    /** Runs when that happens. */
    public EventTriggerSpec on(EventTrigger.Event other) {
        return new EventTriggerSpec(name, other, tags, function, firing);
    }

    /** Runs for these commands only, such as {@code CREATE TABLE}. */
    public EventTriggerSpec tags(String... commands) {
        return new EventTriggerSpec(name, event, new LinkedHashSet<>(List.of(commands)), function, firing);
    }

    /** Calls that function. */
    public EventTriggerSpec call(FunctionSpec called) {
        return new EventTriggerSpec(name, event, tags, Optional.of(called.id()), firing);
    }

    /** Does not run until it is enabled. */
    public EventTriggerSpec disabled() {
        return firing(Firing.DISABLED);
    }

    /** Runs only in sessions that replay the changes of another server. */
    public EventTriggerSpec enabledOnReplica() {
        return firing(Firing.REPLICA);
    }

    /** Runs also in sessions that replay the changes of another server. */
    public EventTriggerSpec enabledAlways() {
        return firing(Firing.ALWAYS);
    }

    private EventTriggerSpec firing(Firing other) {
        return new EventTriggerSpec(name, event, tags, function, other);
    }

    @Override
    public ObjectId<EventTrigger> id() {
        return EventTrigger.id(name);
    }

    private EventTrigger trigger() {
        ObjectId<Function> called = function.orElseThrow(
                () -> new IllegalArgumentException("Event trigger \"" + name + "\" lacks call(...)."));
        return new EventTrigger(name, event, tags, called, firing);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(trigger()));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(trigger());
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Switching(Firing firing) implements ObjectChange<EventTrigger> {

        @Override
        public EventTrigger of(EventTrigger before) {
            return before.firing(firing);
        }
    }

    /** The words for changing an event trigger. */
    public static final class Alteration extends FiringAlteration<Alteration> {

        private final ObjectId<EventTrigger> trigger;
        private final Changes changes;

        private Alteration(ObjectId<EventTrigger> trigger, Changes changes) {
            this.trigger = trigger;
            this.changes = changes;
        }

        @Override
        Alteration firing(Firing firing) {
            changes.add(new AlterObject<>(trigger, new Switching(firing)));
            return this;
        }
    }
}
