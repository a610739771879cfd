package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What few triggers have.
 *
 * @param constraint for a constraint trigger, when it runs
 * @param from the table that a constraint trigger watches for another one
 * @param oldTable the name under which the function finds all rows as they were; empty if it does not
 * @param newTable the name under which the function finds all rows as they are; empty if it does not
 */
public record TriggerTraits(
        Optional<Deferral> constraint, Optional<ObjectId<?>> from, String oldTable, String newTable, Firing firing) {

    /** Nothing of it. */
    public static final TriggerTraits PLAIN =
            new TriggerTraits(Optional.empty(), Optional.empty(), "", "", Firing.ORIGIN);

    /** The same for a constraint trigger that runs then. */
    public TriggerTraits constraint(Deferral deferral) {
        return new TriggerTraits(Optional.of(deferral), from, oldTable, newTable, firing);
    }

    /** The same, watching for another table, too. */
    public TriggerTraits from(ObjectId<?> table) {
        return new TriggerTraits(constraint, Optional.of(table), oldTable, newTable, firing);
    }

    /** The same with all rows as they were under a name. */
    public TriggerTraits oldTable(String name) {
        return new TriggerTraits(constraint, from, name, newTable, firing);
    }

    /** The same with all rows as they are under a name. */
    public TriggerTraits newTable(String name) {
        return new TriggerTraits(constraint, from, oldTable, name, firing);
    }

    /** The same, running in other sessions. */
    public TriggerTraits firing(Firing other) {
        return new TriggerTraits(constraint, from, oldTable, newTable, other);
    }

    boolean hasTables() {
        return !oldTable.isEmpty() || !newTable.isEmpty();
    }

    TriggerTraits following(Rename rename) {
        return new TriggerTraits(
                constraint, from.map(table -> rename.newId(table).orElse(table)), oldTable, newTable, firing);
    }

    /** Why no trigger can be like that which runs then, if none can. */
    Optional<String> objection(Trigger trigger) {
        return Stream.of(objectionToConstraint(trigger), objectionToTables(trigger))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> objectionToConstraint(Trigger trigger) {
        boolean afterRows = trigger.timing() == Trigger.Timing.AFTER && trigger.forEachRow();
        if (constraint.isEmpty() && from.isPresent()) {
            return Optional.of("Only a constraint trigger watches for another table.");
        }
        return Optional.of("A constraint trigger runs after changes, and for each row.")
                .filter(objection -> constraint.isPresent() && !afterRows);
    }

    private Optional<String> objectionToTables(Trigger trigger) {
        Set<Trigger.Event> events = trigger.events();
        if (!hasTables()) {
            return Optional.empty();
        }
        if (constraint.isPresent()) {
            return Optional.of("A constraint trigger sees one row only, not the tables of all rows.");
        }
        if (trigger.timing() != Trigger.Timing.AFTER || !trigger.columns().isEmpty()) {
            return Optional.of("Only a trigger after changes of any columns sees the tables of all rows.");
        }
        boolean seen = events.size() == 1
                && !events.contains(Trigger.Event.TRUNCATE)
                && (oldTable.isEmpty() || !events.contains(Trigger.Event.INSERT))
                && (newTable.isEmpty() || !events.contains(Trigger.Event.DELETE));
        return seen
                ? Optional.empty()
                : Optional.of(
                        "A table of all rows belongs to one kind of change, which leaves such rows: the old ones to update"
                                + " and delete, the new ones to insert and update. Make a trigger for each.");
    }

    /** What stands between the relation and {@code for each}. */
    Sql clause() {
        Sql watching = from.map(table -> Sql.of(" from {}", table.name())).orElse(Sql.raw(""));
        return watching.then(Sql.raw(constraint.map(Deferral::clause).orElse("")))
                .then(Sql.raw(hasTables() ? " referencing" : ""))
                .then(table(" old", oldTable))
                .then(table(" new", newTable));
    }

    private static Sql table(String which, String name) {
        return name.isEmpty() ? Sql.raw("") : Sql.of(which + " table as {}", Identifier.of(name));
    }
}
