package dev.varve.source;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A model as Java source.
 *
 * @param className the name of the class
 * @param imports what has to be imported
 * @param declaration the class with its annotation
 */
public record ModelText(String className, Set<String> imports, String declaration) {

    /** A copy that cannot be changed. */
    public ModelText {
        imports = Set.copyOf(imports);
    }

    /** The whole file of the class in a package. */
    public String inPackage(String name) {
        String statics = lines(imported -> imported.startsWith("static "));
        String others = lines(imported -> !imported.startsWith("static "));
        return "package " + name + ";\n\n" + statics + (statics.isEmpty() ? "" : "\n") + others + '\n' + declaration;
    }

    private String lines(Predicate<String> which) {
        return imports.stream()
                .filter(which)
                .sorted()
                .map(imported -> "import " + imported + ";\n")
                .collect(Collectors.joining());
    }
}
