package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.operation.DropObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a way back, and how it becomes short: nobody wants to drop an index before its table. Whether the short way leads where the
 * long one does is tried on the state, which does not know that two partitions would overlap: one goes before another one comes.
 */
record WayBack(List<ReversalPart> parts, Database start) {

    Inverse shortest() {
        Set<ReversalPart> covered = new HashSet<>();
        List<String> obstacles = new ArrayList<>();
        Set<ObjectId<?>> droppedLater = new HashSet<>();
        Set<ObjectId<?>> spreadLater = new HashSet<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            ReversalPart part = parts.get(i);
            part.bound()
                    .filter(bound -> !vanishes(bound.owner(), droppedLater))
                    .ifPresent(b -> obstacles.add(0, b.reason() + '.'));
            boolean makesRoom = part.gathered(start).anyMatch(spreadLater::contains);
            if (!makesRoom && part.isCovered(droppedLater::contains, subject -> vanishes(subject, droppedLater))) {
                covered.add(part);
            }
            part.spread().forEach(spreadLater::add);
            droppedLater.addAll(part.dropped());
        }
        return obstacles.isEmpty() ? without(covered) : Inverse.impossible(obstacles);
    }

    /** Whether an object is dropped later, or owned by one that is. */
    private boolean vanishes(ObjectId<?> id, Set<ObjectId<?>> droppedLater) {
        return droppedLater.contains(id)
                || start.find(id).stream()
                        .flatMap(object -> object.owners().stream())
                        .anyMatch(owner -> vanishes(owner, droppedLater));
    }

    /**
     * Leaves the covered parts out, but for those without which another part does not run: a trigger goes before its function, a foreign key
     * before one of two tables that reference each other, and a partition is there before it is detached.
     */
    private Inverse without(Set<ReversalPart> covered) {
        List<ReversalPart> way = new ArrayList<>();
        Set<ReversalPart> leftOut = new LinkedHashSet<>();
        Database state = start;
        for (ReversalPart part : parts) {
            if (covered.contains(part)) {
                leftOut.add(part);
                continue;
            }
            if (dropsNothing(part, state)) {
                continue;
            }
            List<ReversalPart> first = first(part, leftOut, state);
            List<ReversalPart> next = new ArrayList<>(first);
            next.add(part);
            try {
                state = after(next, state);
            } catch (RefusedException e) {
                return Inverse.impossible(List.of(refusal(part, state).orElse(e).getMessage()));
            }
            first.forEach(leftOut::remove);
            way.addAll(next);
        }
        return new Inverse(
                way.stream().flatMap(part -> part.operations().stream()).toList(),
                way.stream().flatMap(part -> part.lost().stream()).distinct().toList(),
                List.of());
    }

    /** What was left out and has to run before a part, as little as is found: nothing, or one or all of those that touch the same. */
    private List<ReversalPart> first(ReversalPart part, Set<ReversalPart> leftOut, Database state) {
        List<ReversalPart> touchingUsers = touching(users(part, state), leftOut);
        return Stream.of(
                        Stream.of(usingStrangers(part, leftOut, state), List.<ReversalPart>of()),
                        touchingUsers.stream().map(List::of),
                        Stream.of(touchingUsers, touching(part.subjects().collect(Collectors.toSet()), leftOut)))
                .flatMap(candidates -> candidates)
                .filter(first -> runs(first, part, state))
                .findFirst()
                .orElseGet(() -> List.copyOf(leftOut));
    }

    /** What uses what an extension brought is not known, so that whatever is still there goes before the extension. */
    private List<ReversalPart> usingStrangers(ReversalPart part, Set<ReversalPart> leftOut, Database state) {
        boolean bringsStrangers = part.dropped().stream()
                .anyMatch(id ->
                        state.find(id).filter(SchemaObject::bringsStrangers).isPresent());
        return leftOut.stream()
                .filter(one -> bringsStrangers
                        && one.subjects().allMatch(id -> state.has(id) && !vanishes(id, part.dropped())))
                .toList();
    }

    private static Database after(List<ReversalPart> parts, Database before) {
        Database state = before;
        for (ReversalPart part : parts) {
            state = part.after(state);
        }
        return state;
    }

    /** What was made and dropped again need not be made to be dropped. */
    private static boolean dropsNothing(ReversalPart part, Database state) {
        boolean drops =
                !part.operations().isEmpty() && part.operations().stream().allMatch(DropObject.class::isInstance);
        return drops && part.dropped().stream().noneMatch(state::has);
    }

    private static boolean runs(List<ReversalPart> first, ReversalPart part, Database state) {
        try {
            part.after(after(first, state));
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /** Why a part does not run as the state is, which says more than why nothing helps. */
    private static Optional<RefusedException> refusal(ReversalPart part, Database state) {
        try {
            part.after(state);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e);
        }
    }

    private static Set<ObjectId<?>> users(ReversalPart part, Database state) {
        Set<ObjectId<?>> users = new HashSet<>();
        part.dropped().forEach(id -> users.addAll(state.users(id)));
        return users;
    }

    private static List<ReversalPart> touching(Set<ObjectId<?>> ids, Set<ReversalPart> parts) {
        return parts.stream()
                .filter(part -> part.subjects().anyMatch(ids::contains))
                .toList();
    }
}
