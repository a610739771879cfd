package dev.varve.reference;

import static java.util.stream.Collectors.toSet;

import dev.varve.operation.Operation;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** All pages of the reference. */
public final class ReferencePages {

    private ReferencePages() {}

    /** The pages, by title. */
    static List<Page> all() {
        try (ScanResult scan = new ClassGraph()
                .acceptPackages("dev.varve.reference")
                .ignoreClassVisibility()
                .scan()) {
            return scan.getClassesImplementing(ReferencePage.class).loadClasses(ReferencePage.class).stream()
                    .map(Page::of)
                    .sorted(Comparator.comparing(page -> page.content().title()))
                    .toList();
        }
    }

    /** The names of the classes of all operations that snippets record. */
    public static Set<String> operations() {
        return all().stream()
                .flatMap(page -> page.snippets().stream().flatMap(snippet -> page.operations(snippet).stream()))
                .map(Operation::getClass)
                .map(Class::getName)
                .collect(toSet());
    }
}
