package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DefineType;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SetExpression;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the order in which one state becomes another by going there: what a state refuses is tried again later, what nothing but another
 * object is in the way of takes that object out of the way. What that costs, the next round makes good.
 */
final class Reconciliation {

    private static final int ROUNDS = 8;

    private final Database wanted;
    private final List<Operation> done = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private List<Operation> pending = List.of();
    private Database current;

    Reconciliation(Database from, Database wanted) {
        this.current = from;
        this.wanted = wanted;
    }

    Difference difference() {
        List<Operation> renames = new ArrayList<>(OtherNames.between(current, wanted));
        while (takeWhatIsPossible(renames)) {
            // one name may have to be free before another is
        }
        List<Operation> missing = Steps.between(current, wanted);
        for (int round = 0; !missing.isEmpty() && round < ROUNDS; round++) {
            obstacles.clear();
            int before = done.size();
            reach(new ArrayList<>(missing));
            if (done.size() == before) {
                break;
            }
            missing = Steps.between(current, wanted);
        }
        return new Difference(done, missing.isEmpty() ? List.of() : left(missing));
    }

    /** What goes in circles was possible each time, and has no refusal of its own. */
    private List<Obstacle> left(List<Operation> missing) {
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        return missing.stream()
                .map(operation -> new Obstacle(
                        operation,
                        refusal(operation)
                                .orElseGet(() -> new RefusedException(
                                        wanted.objects()
                                                .findFirst()
                                                .orElseThrow()
                                                .id(),
                                        "It is undone by what has to come after it."))))
                .toList();
    }

    private void reach(List<Operation> operations) {
        pending = operations;
        while (!pending.isEmpty()) {
            if (!takeWhatIsPossible(pending) && !clearTheWay(pending) && !takeWhatIsAccepted(pending)) {
                pending.forEach(operation ->
                        obstacles.add(new Obstacle(operation, refusal(operation).orElseThrow())));
                return;
            }
        }
    }

    private boolean takeWhatIsPossible(List<Operation> pending) {
        boolean any = false;
        for (Iterator<Operation> each = pending.iterator(); each.hasNext(); ) {
            Operation operation = each.next();
            if (isObsolete(operation)) {
                each.remove();
            } else {
                Optional<Database> next = possible(operation);
                next.ifPresent(state -> take(operation, state));
                next.ifPresent(state -> each.remove());
                any |= next.isPresent();
            }
        }
        return any;
    }

    /** A name that is said to be missing may be meant otherwise: a type is called like a function, for instance. */
    private boolean takeWhatIsAccepted(List<Operation> pending) {
        Optional<Operation> accepted =
                pending.stream().filter(o -> refusalByState(o).isEmpty()).findFirst();
        accepted.ifPresent(operation -> {
            take(operation);
            pending.remove(operation);
        });
        return accepted.isPresent();
    }

    /** What vanished with something else needs not be dropped. */
    private boolean isObsolete(Operation operation) {
        return operation instanceof DropObject drop && !current.has(drop.id());
    }

    private Optional<RefusedException> refusal(Operation operation) {
        try {
            refuseIncomplete(operation);
            return refusalByState(operation);
        } catch (RefusedException e) {
            return Optional.of(e);
        }
    }

    private Optional<RefusedException> refusalByState(Operation operation) {
        try {
            operation.after(current);
            operation.statements(current);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e);
        }
    }

    /** A text may name what is not there yet, and the state would not know. For a table it can wait, which can be made in part. */
    private void refuseIncomplete(Operation operation) {
        refuseBesideNamesake(operation);
        Optional<SchemaObject> made = made(operation);
        Stream<ObjectId<?>> tables = operation instanceof CreateObject creation
                ? creation.object().mentions(wanted).stream().filter(mentioned -> mentioned.type() == Table.class)
                : Stream.of();
        made.ifPresent(object -> Stream.concat(object.requires(wanted).stream(), tables)
                .filter(needed -> wanted.has(needed) && !needed.equals(object.id()))
                .forEach(current::get));
        if (operation instanceof SetExpression computed) {
            refuseUntyped(computed.table(), computed.expression()::mentions);
        }
        if (operation instanceof AddColumn added) {
            added.column()
                    .generated()
                    .ifPresent(computed -> refuseUntyped(added.table(), computed.expression()::mentions));
        }
        if (operation instanceof AddConstraint added) {
            refuseUntyped(added.table(), added.constraint()::uses);
        }
        if (operation instanceof CreateObject creation
                && creation.object() instanceof Index index
                && index.on().type() == Table.class) {
            refuseUntyped(Table.id(index.on().name()), column -> index.vanishesWith(column, wanted));
        }
    }

    /** Which of two functions of a name is called nobody knows without a server: one goes before the other comes. */
    private void refuseBesideNamesake(Operation operation) {
        if (operation instanceof CreateObject creation) {
            ObjectId<?> made = creation.object().id();
            pending.stream()
                    .filter(other -> other instanceof DropObject drop
                            && drop.id().type() == made.type()
                            && drop.id().name().equals(made.name())
                            && current.has(drop.id())
                            && !current.users(drop.id()).isEmpty())
                    .findFirst()
                    .ifPresent(drop -> {
                        throw new RefusedException(
                                made, "The " + made + " waits: to " + drop.description() + " comes first.");
                    });
        }
    }

    /**
     * A column is computed from others when they are what they will be, because these cannot change their types any more; a constraint or index
     * of a column whose type changes would be made twice.
     */
    private void refuseUntyped(ObjectId<Table> id, Predicate<String> uses) {
        Table table = current.get(id);
        for (Column column : wanted.get(id).columns()) {
            if (uses.test(column.name()) && !table.column(column.name()).type().equals(column.type())) {
                throw new RefusedException(
                        id, "Column \"" + column.name() + "\" of " + id + " is not " + column.type() + " yet.");
            }
        }
    }

    /** What is there in its final form after an operation; tables become so step by step. */
    private Optional<SchemaObject> made(Operation operation) {
        if (operation instanceof CreateObject creation) {
            return Optional.of(creation.object());
        }
        boolean isMade = operation instanceof AlterObject || operation instanceof DefineType;
        return operation.footprint().requires().stream()
                .filter(id -> isMade)
                .<SchemaObject>flatMap(id -> wanted.find(id).stream())
                .findFirst();
    }

    private boolean isPossible(Operation operation) {
        return possible(operation).isPresent();
    }

    /** The state after an operation, if nothing speaks against it. */
    private Optional<Database> possible(Operation operation) {
        try {
            refuseIncomplete(operation);
            Database next = operation.after(current);
            operation.statements(current);
            return Optional.of(next);
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private void take(Operation operation) {
        take(operation, operation.after(current));
    }

    private void take(Operation operation, Database next) {
        if (!operation.statements(current).isEmpty()) {
            done.add(operation);
        }
        current = next;
    }

    private boolean clearTheWay(List<Operation> pending) {
        for (Operation operation : List.copyOf(pending)) {
            List<Operation> instead = instead(operation, refusal(operation).orElseThrow());
            if (!instead.isEmpty()) {
                instead.forEach(this::take);
                pending.remove(operation);
                return true;
            }
        }
        return false;
    }

    /** What can be done of an operation or before it; the rest is found missing in the next round. */
    private List<Operation> instead(Operation operation, RefusedException refusal) {
        if (refusal instanceof ObjectInUseException use) {
            return recreating(operation).map(List::of).orElseGet(() -> Detachment.of(use, current));
        }
        return Reduction.of(operation, current.environment()).filter(this::isPossible).findFirst().stream()
                .toList();
    }

    private Optional<Operation> recreating(Operation operation) {
        try {
            Operation around = new CascadeRecreate(operation);
            return Optional.of(around).filter(this::isPossible);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what drops something cannot make its users again
        }
    }
}
