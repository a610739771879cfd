package dev.varve.revision.scan;

import dev.varve.dsl.Migration;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.List;

/** Finds the classes annotated with {@link Revision} in packages and the packages below them. */
public final class RevisionScanner {

    private RevisionScanner() {}

    /**
     * The migrations of these packages.
     *
     * @throws HistoryException if an annotated class is no {@link Migration}
     */
    public static List<Class<? extends Migration>> scan(String... packages) {
        try (ScanResult result =
                new ClassGraph().acceptPackages(packages).enableAnnotationInfo().scan()) {
            List<Class<? extends Migration>> migrations = new ArrayList<>();
            for (ClassInfo found : result.getClassesWithAnnotation(Revision.class)) {
                migrations.add(asMigration(found.loadClass()));
            }
            return migrations;
        }
    }

    private static Class<? extends Migration> asMigration(Class<?> annotated) {
        if (!Migration.class.isAssignableFrom(annotated)) {
            throw new HistoryException(annotated.getName() + " is annotated with @Revision but does not implement "
                    + Migration.class.getName() + ".");
        }
        return annotated.asSubclass(Migration.class);
    }
}
