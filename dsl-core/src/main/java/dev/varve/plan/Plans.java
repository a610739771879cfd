package dev.varve.plan;

import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Environment;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans for tests: of single migrations, without a scan and without a database. */
public final class Plans {

    private Plans() {}

    /**
     * The plan of one migration on the newest PostgreSQL that the library knows, in the state that what it depends on leads to.
     *
     * @throws dev.varve.revision.HistoryException if PostgreSQL would refuse what it does, or what something does on which it depends
     */
    public static MigrationPlan of(Class<? extends Migration> migration) {
        return of(migration, Environment.NEWEST);
    }

    /** The plan of one migration on a certain server. */
    public static MigrationPlan of(Class<? extends Migration> migration, Environment environment) {
        Set<Class<? extends Migration>> classes = withDependencies(migration);
        Set<String> databases = classes.stream()
                .map(c -> c.getAnnotation(Revision.class))
                .filter(revision -> revision != null)
                .map(Revision::database)
                .collect(Collectors.toSet());
        History history = new History(RevisionGraph.of(classes, databases), NamingConvention.STANDARD);
        Revision revision = migration.getAnnotation(Revision.class);
        return MigrationPlan.applying(
                List.of(history.revision(revision.database(), revision.id())), database -> environment);
    }

    private static Set<Class<? extends Migration>> withDependencies(Class<? extends Migration> migration) {
        Set<Class<? extends Migration>> found = new LinkedHashSet<>();
        Deque<Class<? extends Migration>> open = new ArrayDeque<>(List.of(migration));
        while (!open.isEmpty()) {
            Class<? extends Migration> next = open.remove();
            Revision revision = next.getAnnotation(Revision.class);
            if (found.add(next) && revision != null) {
                open.addAll(List.of(revision.dependsOn()));
            }
        }
        return found;
    }
}
