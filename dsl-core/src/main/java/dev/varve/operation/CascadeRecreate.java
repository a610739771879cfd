package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a change that other objects stand in the way of: those objects, such as views over a column whose type changes, are dropped
 * first, each after what uses it, and made again afterwards as they were, with their comments, grants and indexes.
 *
 * @param losing whether it may be lost what they hold and can no more be made from what they are made of
 */
public record CascadeRecreate(Operation operation, boolean losing) implements Operation {

    /** A change that loses nothing that objects in its way hold. */
    public CascadeRecreate(Operation operation) {
        this(operation, false);
    }

    /**
     * @throws IllegalArgumentException if the operation drops something: what used it could not be made again
     */
    public CascadeRecreate {
        if (drops(operation)) {
            throw new IllegalArgumentException("\"" + operation.description()
                    + "\" removes what others use, so that these cannot be made again. Drop or replace them first.");
        }
    }

    private static boolean drops(Operation operation) {
        return operation instanceof DropObject
                || operation instanceof DropColumn
                || operation instanceof DropConstraint;
    }

    /**
     * What makes a change that users stand in the way of, the one that loses nothing first; none if it drops something, because its users
     * could not be made again.
     */
    public static Stream<Operation> around(Operation operation) {
        if (operation instanceof CascadeRecreate around) {
            return Stream.of(new CascadeRecreate(around.operation(), true));
        }
        return drops(operation)
                ? Stream.empty()
                : Stream.of(new CascadeRecreate(operation), new CascadeRecreate(operation, true));
    }

    /** What may be lost of what its users hold, as far as that can be told before. */
    public List<String> losses(Database before) {
        Cleared cleared = clearing(before);
        return cleared.removed().stream()
                .filter(object -> loses(object, before, cleared.state()))
                .flatMap(object -> object.contents().stream())
                .toList();
    }

    private static boolean loses(SchemaObject object, Database before, Database staying) {
        try {
            object.checkRemaking(before, staying);
            return false;
        } catch (RefusedException e) {
            return true;
        }
    }

    /** A state without what stands in the way, and what was taken out of it, in the order in which it went. */
    private record Cleared(Database state, List<SchemaObject> removed) {

        /** What holds data cannot be made again as it was, and what needs each other not one after the other. */
        Cleared without(ObjectId<?> id, ObjectInUseException refusal) {
            return without(id, refusal, Set.of());
        }

        private Cleared without(ObjectId<?> id, ObjectInUseException refusal, Set<ObjectId<?>> users) {
            if (!state.get(id).isComputed() || users.contains(id)) {
                throw refusal;
            }
            Set<ObjectId<?>> more = new HashSet<>(users);
            more.add(id);
            Cleared cleared = this;
            for (ObjectId<?> user : state.users(id)) {
                if (cleared.state.has(user) && !state.get(user).owners().contains(id)) {
                    cleared = cleared.without(user, refusal, more);
                }
            }
            List<SchemaObject> all = new ArrayList<>(cleared.removed);
            all.add(cleared.state.get(id));
            return new Cleared(cleared.state.minus(id), all);
        }
    }

    private Cleared cleared(Database before) {
        Cleared cleared = clearing(before);
        if (!losing) {
            cleared.removed().forEach(object -> object.checkRemaking(before, cleared.state()));
        }
        return cleared;
    }

    private Cleared clearing(Database before) {
        Cleared cleared = new Cleared(before, List.of());
        while (true) {
            try {
                operation.after(cleared.state());
                return cleared;
            } catch (ObjectInUseException e) {
                if (e.users().isEmpty()) {
                    throw e;
                }
                for (ObjectId<?> user : e.users()) {
                    cleared = cleared.state().has(user) ? cleared.without(user, e) : cleared;
                }
            }
        }
    }

    /** What is made again, each after what it uses and before what it owns. */
    private static List<SchemaObject> remade(Cleared cleared, Database before) {
        List<SchemaObject> objects = new ArrayList<>();
        for (int i = cleared.removed().size() - 1; i >= 0; i--) {
            objects.addAll(before.withOwned(cleared.removed().get(i).id()));
        }
        return objects.stream().distinct().toList();
    }

    @Override
    public String description() {
        return operation.description() + ", recreating what uses it";
    }

    @Override
    public Footprint footprint() {
        return operation.footprint();
    }

    @Override
    public List<Statement> statements(Database before) {
        Cleared cleared = cleared(before);
        List<Statement> statements = new ArrayList<>();
        if (!losing) {
            cleared.removed().forEach(object -> statements.addAll(object.guardingRemaking(before, cleared.state())));
        }
        cleared.removed().forEach(object -> statements.addAll(object.removal(before)));
        statements.addAll(operation.statements(cleared.state()));
        statements.addAll(remaking(cleared, before));
        return statements;
    }

    /** What cannot share a transaction comes last, so that everything is there again before. */
    private List<Statement> remaking(Cleared cleared, Database before) {
        List<Statement> together = new ArrayList<>();
        List<Statement> alone = new ArrayList<>();
        Database after = operation.after(cleared.state());
        for (SchemaObject object : remade(cleared, before)) {
            object.creation(after).forEach(statement -> (statement.transactional() ? together : alone).add(statement));
            after = after.plus(object);
        }
        together.addAll(alone);
        return together;
    }

    @Override
    public Database after(Database before) {
        Cleared cleared = cleared(before);
        Database after = operation.after(cleared.state());
        for (SchemaObject object : remade(cleared, before)) {
            after = after.plus(object);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        Cleared cleared = cleared(before);
        Reversal reversal = operation.reversal(cleared.state());
        List<String> lost = new ArrayList<>(reversal.lost());
        cleared.removed().forEach(object -> lost.addAll(object.contents()));
        List<Operation> back = reversal.operations().stream()
                .<Operation>map(CascadeRecreate::losing)
                .toList();
        return reversal instanceof Reversal.Exact || reversal instanceof Reversal.Lossy
                ? Reversal.losing(lost, back)
                : reversal;
    }

    /** Whoever takes it back has agreed to what that loses. */
    private static Operation losing(Operation step) {
        return drops(step) || step instanceof CascadeRecreate ? step : new CascadeRecreate(step, true);
    }
}
