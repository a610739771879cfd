package dev.varve.plan;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.RenamedFrom;
import dev.varve.dsl.SchemaModel;
import dev.varve.dsl.TableModel;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Slot;
import dev.varve.model.UnknownObjectException;
import dev.varve.operation.CreateObject;
import dev.varve.operation.CreateRole;
import dev.varve.operation.ExecuteSql;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefaultPrivileges;
import dev.varve.revision.HistoryException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The models of an application: what its databases hold, whatever has led there. */
public final class Models {

    private record Said(Class<?> model, Operation operation) {}

    private final List<Class<? extends SchemaModel>> classes;
    private final NamingConvention naming;

    /** The models of these classes, with a convention for the names that nobody wrote. */
    public Models(Collection<Class<? extends SchemaModel>> classes, NamingConvention naming) {
        this.classes = List.copyOf(classes);
        this.naming = naming;
    }

    /** The databases that have models. */
    public Set<String> databases() {
        return classes.stream()
                .map(model -> model.getAnnotation(Model.class).database())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes of a database. */
    public List<Class<? extends SchemaModel>> of(String database) {
        return classes.stream()
                .filter(model -> model.getAnnotation(Model.class).database().equals(database))
                .toList();
    }

    /**
     * What the models of a database say that it holds, whatever their order.
     *
     * @throws HistoryException if they contradict each other, or PostgreSQL would refuse what they say
     */
    public Database state(String database) {
        Map<ObjectId<?>, Said> objects = new LinkedHashMap<>();
        List<Said> rest = new ArrayList<>();
        for (Class<? extends SchemaModel> model : of(database)) {
            for (Operation operation : operations(model)) {
                sort(new Said(model, operation), objects, rest);
            }
        }
        Database all = sound(objects, rest);
        objects.values().forEach(said -> checkSlots(said, all));
        return withRest(all, rest);
    }

    /** The objects that need no more than each other; the others wait for what is made by other operations, or of their parents. */
    private static Database sound(Map<ObjectId<?>, Said> objects, List<Said> rest) {
        while (true) {
            Database all = Database.holding(
                    Environment.NEWEST,
                    objects.values().stream().map(Models::object).toList());
            List<Said> waiting = objects.values().stream()
                    .filter(said -> !isSound(object(said), all))
                    .toList();
            if (waiting.isEmpty()) {
                return all;
            }
            waiting.forEach(said -> objects.remove(object(said).id()));
            rest.addAll(waiting);
        }
    }

    private static boolean isSound(SchemaObject object, Database all) {
        try {
            object.requires(all).forEach(all::get);
            object.check(all);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /**
     * What the models say of names that they had before, as {@code schema.table=schema.name} and {@code schema.table.column=name} (see
     * {@link RenamedFrom}).
     */
    public List<String> renames(String database) {
        List<String> renames = new ArrayList<>();
        for (Class<? extends SchemaModel> type : of(database)) {
            if (instance(type) instanceof TableModel<?> model) {
                renames.addAll(renames(model));
            } else if (type.isAnnotationPresent(RenamedFrom.class)) {
                throw new HistoryException("Model " + type.getName() + " is @RenamedFrom, but only tables and their"
                        + " columns can say so. Answer with --rename what is called otherwise in it.");
            }
        }
        return renames;
    }

    private static List<String> renames(TableModel<?> model) {
        try {
            return model.renames();
        } catch (IllegalArgumentException e) {
            throw HistoryException.of("Model " + model.getClass().getName(), model.getClass(), e);
        }
    }

    /** The roles that the models of a database make and none of these revisions does: no state has them, and yet they have to be there. */
    public List<Operation> rolesBeside(List<ReplayedRevision> revisions, String database) {
        Set<Operation> made = revisions.stream()
                .flatMap(revision -> revision.operations().stream())
                .collect(Collectors.toSet());
        return of(database).stream()
                .flatMap(model -> operations(model).stream())
                .filter(operation -> operation instanceof CreateRole && !made.contains(operation))
                .distinct()
                .toList();
    }

    private static void sort(Said said, Map<ObjectId<?>, Said> objects, List<Said> rest) {
        if (said.operation() instanceof CreateObject creation) {
            Optional.ofNullable(objects.put(creation.object().id(), said)).ifPresent(first -> {
                throw new HistoryException("The " + creation.object().id() + " is declared twice, by "
                        + first.model().getName() + " and by " + said.model().getName() + ". Keep one of them.");
            });
        } else {
            rest.add(said);
        }
    }

    private static SchemaObject object(Said said) {
        return ((CreateObject) said.operation()).object();
    }

    private static void checkSlots(Said said, Database all) {
        SchemaObject object = object(said);
        for (Slot slot : object.slots()) {
            all.occupant(slot).filter(other -> !other.equals(object.id())).ifPresent(other -> {
                throw new HistoryException(
                        "The " + object.id() + " of " + said.model().getName()
                                + " cannot be: its name, or one that comes with it, is taken by " + other + '.');
            });
        }
    }

    /**
     * What is said of objects, and kinds that core does not make by themselves, in an order in which each is accepted. What is granted by default
     * comes last: models say what is granted on what is there.
     */
    private static Database withRest(Database objects, List<Said> rest) {
        Database state = objects;
        List<Said> waiting = new ArrayList<>(rest);
        waiting.sort(Comparator.comparing(said -> said.operation() instanceof SetDefaultPrivileges));
        while (!waiting.isEmpty()) {
            Database before = state;
            Optional<Said> next = waiting.stream()
                    .filter(said -> refusal(said, before).isEmpty())
                    .findFirst();
            Said said = next.orElseThrow(() -> refusal(waiting, before));
            state = said.operation().after(state);
            waiting.remove(said);
        }
        return state;
    }

    /** What is wrong with the first that waits for none of the others, or with the first of a circle. */
    private static HistoryException refusal(List<Said> waiting, Database before) {
        Set<ObjectId<?>> expected = waiting.stream()
                .flatMap(said -> said.operation().footprint().provides().stream())
                .collect(Collectors.toSet());
        Said first = waiting.stream()
                .filter(said -> said.operation() instanceof CreateObject
                        && Collections.disjoint(object(said).requires(before), expected))
                .findFirst()
                .orElse(waiting.get(0));
        return refused(first, refusal(first, before).orElseThrow());
    }

    private static Optional<RefusedException> refusal(Said said, Database before) {
        try {
            said.operation().after(before);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e);
        }
    }

    private static HistoryException refused(Said said, RefusedException reason) {
        return new HistoryException(
                "Model " + said.model().getName() + " cannot "
                        + said.operation().description() + ". " + reason.getMessage() + advice(reason),
                reason);
    }

    private static String advice(RefusedException reason) {
        return reason instanceof UnknownObjectException
                ? " Models say the whole of a database: what is no table, such as a schema, is said by a SchemaModel."
                : "";
    }

    private List<Operation> operations(Class<? extends SchemaModel> model) {
        Changes changes = new Changes(naming);
        SchemaModel instance = instance(model);
        try {
            instance.declare(changes);
        } catch (RuntimeException e) {
            throw HistoryException.of("Model " + model.getName(), model, e);
        } catch (LinkageError e) {
            throw History.unlinked("Model " + model.getName(), e);
        }
        changes.operations().forEach(operation -> refuseStatement(model, operation));
        return changes.operations();
    }

    private static void refuseStatement(Class<?> model, Operation operation) {
        if (operation instanceof ExecuteSql) {
            throw new HistoryException(
                    "Model " + model.getName() + " runs a statement: " + operation.description()
                            + ". A model says what is there, and nothing is known of what a statement does. Write it in a revision.");
        }
    }

    private static SchemaModel instance(Class<? extends SchemaModel> model) {
        try {
            Constructor<? extends SchemaModel> constructor = model.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new HistoryException(
                    "Model " + model.getName() + " cannot be made: the class needs a constructor without parameters.",
                    e);
        } catch (ReflectiveOperationException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new HistoryException("Model " + model.getName() + " cannot be made: " + cause.getMessage(), e);
        } catch (LinkageError e) {
            throw History.unlinked("Model " + model.getName(), e);
        }
    }
}
