package dev.varve.testing;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import java.util.List;
import java.util.stream.Collectors;

/** Generated migrations, compiled in memory and run. */
public final class CompiledMigrations {

    private final CompiledSources sources = new CompiledSources();

    /** The source of a class that says what a text says. */
    public static String source(String className, MigrationText text) {
        String imports =
                text.imports().stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        return imports + "public final class " + className + " implements dev.varve.dsl.Migration {\n"
                + "    @Override\n    public void define(dev.varve.dsl.Changes changes) {\n" + text.statements()
                + "    }\n}\n";
    }

    /** Adds a class to those that are compiled. */
    public void add(String className, MigrationText text) {
        sources.add(className, source(className, text));
    }

    /** The source of a class. */
    public String source(String className) {
        return sources.source(className);
    }

    /** Compiles all classes at once. */
    public void compile() {
        sources.compile();
    }

    /** What a class records. */
    public List<Operation> operations(String className) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        try {
            ((Migration) sources.type(className).getDeclaredConstructor().newInstance()).define(changes);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(source(className), e);
        }
        return changes.operations();
    }
}
