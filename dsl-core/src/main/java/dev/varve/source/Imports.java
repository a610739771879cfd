package dev.varve.source;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The imports of a class.
 *
 * @param names of classes, or {@code static} and the name of a member
 */
public record Imports(Collection<String> names) {

    /** A copy that cannot be changed. */
    public Imports {
        names = List.copyOf(names);
    }

    /** A line for each, static ones first, as they are usually ordered. */
    public String text() {
        String statics = lines(name -> name.startsWith("static "));
        return (statics.isEmpty() ? "" : statics + '\n') + lines(name -> !name.startsWith("static "));
    }

    /** Whether a class of that name is imported, or there without an import, so that no other class can be called like it. */
    public boolean hasClass(String name) {
        return Object.class.getResource(name + ".class") != null
                || names.stream()
                        .anyMatch(imported -> !imported.startsWith("static ") && imported.endsWith('.' + name));
    }

    private String lines(Predicate<String> wanted) {
        return names.stream()
                .filter(wanted)
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }
}
