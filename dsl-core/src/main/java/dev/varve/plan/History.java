package dev.varve.plan;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The revisions of an application with what they do. A database's revisions are replayed when they are first asked for, all of them, so
 * that whatever PostgreSQL would refuse is found before there is a connection.
 */
public final class History {

    private final RevisionGraph graph;
    private final NamingConvention naming;
    private final HistoryRule rule;
    private final Map<String, Map<String, ReplayedRevision>> replayed = new ConcurrentHashMap<>();

    /** The history of a graph, with a convention for the names that nobody wrote. */
    public History(RevisionGraph graph, NamingConvention naming) {
        this(graph, naming, HistoryRule.NONE);
    }

    /** The same with a rule that its operations have to keep, too. */
    public History(RevisionGraph graph, NamingConvention naming, HistoryRule rule) {
        this.graph = graph;
        this.naming = naming;
        this.rule = rule;
    }

    /** How what nobody gave a name is called. */
    public NamingConvention naming() {
        return naming;
    }

    /** The revisions and what each depends on. */
    public RevisionGraph graph() {
        return graph;
    }

    /**
     * The revisions of a database, each after everything that it depends on.
     *
     * @throws HistoryException if PostgreSQL would refuse what one of them does
     */
    public List<ReplayedRevision> revisions(String database) {
        return List.copyOf(byId(database).values());
    }

    /**
     * One revision.
     *
     * @throws HistoryException if there is no such revision, or PostgreSQL would refuse what one of its database does
     */
    public ReplayedRevision revision(String database, String id) {
        return Optional.ofNullable(byId(database).get(id))
                .orElseThrow(() -> new HistoryException("There is no revision \"" + id + "\" of " + database + "."));
    }

    /** The state of a database after those of its revisions that the predicate takes. */
    public Database state(String database, Predicate<String> applied) {
        Database state = Database.empty();
        for (ReplayedRevision revision : revisions(database)) {
            if (applied.test(revision.node().id())) {
                state = revision.before() == state
                        ? revision.after()
                        : fold(revision.operations(), state, revision.node());
            }
        }
        return state;
    }

    private Map<String, ReplayedRevision> byId(String database) {
        return replayed.computeIfAbsent(database, this::replay);
    }

    private Map<String, ReplayedRevision> replay(String database) {
        Map<String, ReplayedRevision> revisions = new LinkedHashMap<>();
        Database state = Database.empty();
        for (RevisionNode node : graph.revisions(database)) {
            List<Operation> operations = operations(node);
            Database before = state;
            state = fold(operations, before, node);
            revisions.put(node.id(), new ReplayedRevision(node, operations, before, state));
        }
        return revisions;
    }

    private Database fold(List<Operation> operations, Database before, RevisionNode node) {
        Database state = before;
        for (Operation operation : operations) {
            try {
                rule.check(node.database(), operation, state);
                state = operation.after(state);
            } catch (RefusedException | IllegalArgumentException e) {
                throw new HistoryException(
                        "Revision " + node + " cannot " + operation.description() + ". " + e.getMessage(), e);
            }
        }
        return state;
    }

    private List<Operation> operations(RevisionNode node) {
        Migration migration = instance(node);
        Changes changes = new Changes(naming);
        try {
            migration.define(changes);
        } catch (RuntimeException e) {
            throw HistoryException.of("Revision " + node, node.migration(), e);
        } catch (LinkageError e) {
            throw unlinked("Revision " + node, e);
        }
        return changes.operations();
    }

    private static Migration instance(RevisionNode node) {
        try {
            Constructor<? extends Migration> constructor = node.migration().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new HistoryException(
                    "Revision " + node + " cannot be made: the class needs a constructor without parameters.", e);
        } catch (InvocationTargetException e) {
            throw new HistoryException(
                    "Revision " + node + " cannot be made: its constructor threw " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new HistoryException("Revision " + node + " cannot be made: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw unlinked("Revision " + node, e);
        }
    }

    /** What is compiled only in part, or against other classes than those that are there. */
    static HistoryException unlinked(String what, LinkageError error) {
        return new HistoryException(
                what + " cannot be read: " + error
                        + ". Compile all of it again, with the class path that it runs with.",
                error);
    }
}
