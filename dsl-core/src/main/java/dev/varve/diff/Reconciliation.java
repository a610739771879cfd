package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AlterObject;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private Set<QualifiedName> kept = Set.of();

    Reconciliation(Database from, Database wanted) {
        this.current = from;
        this.wanted = wanted;
    }

    Difference difference() {
        List<Operation> renames = new ArrayList<>(OtherNames.between(current, wanted));
        while (takeWhatIsPossible(renames)) {
            // one name may have to be free before another is
        }
        kept = SequencesInTurn.keptNames(current);
        takeInOrder(new MovedExtensions(current, wanted).operations());
        takeInOrder(new MovedSequences(current, wanted).operations());
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

    private void takeInOrder(List<Operation> operations) {
        for (Operation operation : operations) {
            possible(operation).ifPresent(state -> take(operation, state));
        }
    }

    /** What goes in circles was possible each time, and has no refusal of its own. */
    private List<Obstacle> left(List<Operation> missing) {
        Set<Operation> said = obstacles.stream().map(Obstacle::operation).collect(Collectors.toSet());
        missing.stream()
                .filter(operation -> !said.contains(operation))
                .forEach(operation ->
                        obstacles.add(new Obstacle(operation, refusal(operation).orElseGet(this::undone))));
        return obstacles;
    }

    private RefusedException undone() {
        ObjectId<?> any = wanted.objects().findFirst().orElseThrow().id();
        return new RefusedException(any, "It is undone by what has to come after it.");
    }

    /** Nothing is taken before its time after something has gone out of the way: what could go then is found missing in the next round. */
    private void reach(List<Operation> operations) {
        pending = operations;
        boolean cleared = false;
        while (!pending.isEmpty()) {
            boolean possible =
                    takeWhatIsPossible(pending) || List.copyOf(pending).stream().anyMatch(this::fits);
            boolean out = !possible && clearTheWay(pending);
            cleared |= out;
            if (!possible && !out && (cleared || !takeWhatIsAccepted(pending))) {
                pending.forEach(operation ->
                        refusal(operation).ifPresent(reason -> obstacles.add(new Obstacle(operation, reason))));
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
                any = true; // what waited for it waits no longer
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

    /** What vanished with something else needs not be dropped, and a sequence that a serial column had needs not be made. */
    private boolean isObsolete(Operation operation) {
        boolean isThere = operation instanceof CreateObject creation
                && creation.object() instanceof Sequence sequence
                && current.has(sequence.id());
        return isThere || operation instanceof DropObject drop && !current.has(drop.id());
    }

    private Optional<RefusedException> refusal(Operation operation) {
        try {
            refuseTooEarly(operation);
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

    private void refuseTooEarly(Operation operation) {
        refuseBesideNamesake(operation);
        refuseBeforeUsers(operation);
        refuseWithPartitions(operation);
        new PartitionsInTurn(current, wanted).check(operation);
        refuseWithBelongings(operation);
        new Completeness(current, wanted, kept).check(operation);
    }

    /** Who uses what an extension brings nobody knows: it goes when everything else is as it will be. */
    private void refuseBeforeUsers(Operation operation) {
        if (removesStrangers(operation) && !pending.stream().allMatch(this::removesStrangers)) {
            throw new RefusedException(
                    ((DropObject) operation).id(), "To " + operation.description() + " waits for everything else.");
        }
    }

    /** A partition that goes on as a table is detached before its table goes, or its rows would go with that. */
    private void refuseWithPartitions(Operation operation) {
        if (operation instanceof DropObject drop
                && pending.stream()
                        .anyMatch(other -> other instanceof DetachPartition detachment
                                && current.find(detachment.partition())
                                        .filter(partition ->
                                                partition.requires(current).contains(drop.id()))
                                        .isPresent())) {
            throw new RefusedException(
                    drop.id(), "To " + operation.description() + " waits for a partition that stays.");
        }
    }

    /** What goes on without what it belongs to is taken from that before that goes: a sequence keeps its position. */
    private void refuseWithBelongings(Operation operation) {
        if (operation instanceof DropObject drop
                && pending.stream()
                        .anyMatch(other -> other instanceof AlterObject<?> change
                                && current.find(change.id())
                                        .flatMap(SchemaObject::owner)
                                        .filter(drop.id()::equals)
                                        .isPresent())) {
            throw new RefusedException(
                    drop.id(), "To " + operation.description() + " waits for something of it that stays.");
        }
    }

    private boolean removesStrangers(Operation operation) {
        return operation instanceof DropObject drop
                && current.find(drop.id()).filter(SchemaObject::bringsStrangers).isPresent();
    }

    /** Which of two functions of a name is called nobody knows without a server: one goes before the other comes. */
    private void refuseBesideNamesake(Operation operation) {
        if (operation instanceof CreateObject creation
                && !creation.object().id().detail().isEmpty()) {
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

    private boolean isPossible(Operation operation) {
        return possible(operation).isPresent();
    }

    /** The state after an operation, if nothing speaks against it. */
    private Optional<Database> possible(Operation operation) {
        try {
            refuseTooEarly(operation);
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

    /** Whether a table that was a partition and has changed since is to be made fit first; the next round attaches it. */
    private boolean fits(Operation operation) {
        if (!(operation instanceof AttachPartition attachment)) {
            return false;
        }
        Table fit = attachment.attachable(wanted);
        List<Operation> fitting = current.find(fit.id())
                .map(table -> TableDifference.between(table, fit))
                .orElse(List.of());
        return !fitting.isEmpty() && pending.remove(operation) && pending.addAll(fitting);
    }

    /** What can be done of an operation or before it; the rest is found missing in the next round. */
    private List<Operation> instead(Operation operation, RefusedException refusal) {
        if (refusal instanceof ObjectInUseException use) {
            return recreating(operation).map(List::of).orElseGet(() -> Detachment.of(use, current));
        }
        if (operation instanceof CascadeRecreate) {
            return recreating(operation).stream().toList();
        }
        return Reduction.of(operation, current).filter(this::isPossible).findFirst().stream()
                .toList();
    }

    /** What would lose what users hold alone is said to do so, which dropping them would not say. */
    private Optional<Operation> recreating(Operation operation) {
        return CascadeRecreate.around(operation).filter(this::isPossible).findFirst();
    }
}
