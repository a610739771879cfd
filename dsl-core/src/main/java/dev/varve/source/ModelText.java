package dev.varve.source;

import java.util.Set;

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
        return "package " + name + ";\n\n" + new Imports(imports).text() + '\n' + declaration;
    }
}
