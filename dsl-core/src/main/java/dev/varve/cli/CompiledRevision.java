package dev.varve.cli;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The class of a revision that has just been written, compiled into a temporary folder to see what it does. */
final class CompiledRevision {

    private CompiledRevision() {}

    /** What the class does, if there is a compiler and it can compile the class beside those that are running. */
    static Optional<List<Operation>> operations(RevisionSource source, List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return compiler == null ? Optional.empty() : operations(source, files, compiler);
    }

    private static Optional<List<Operation>> operations(
            RevisionSource source, List<Path> files, JavaCompiler compiler) {
        try {
            Path classes = Files.createTempDirectory("revision");
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
            files.forEach(file -> arguments.add(file.toString()));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            boolean compiled = compiler.run(null, said, said, arguments.toArray(String[]::new)) == 0;
            return compiled ? Optional.of(load(source, classes)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The class could not be compiled into a temporary folder.", e);
        }
    }

    private static List<Operation> load(RevisionSource source, Path classes) throws IOException {
        URL[] folder = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(folder, CompiledRevision.class.getClassLoader())) {
            Changes changes = new Changes(NamingConvention.STANDARD);
            Class<?> type = loader.loadClass(source.qualifiedName());
            type.asSubclass(Migration.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .define(changes);
            return changes.operations();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The class " + source.qualifiedName() + " cannot be run.", e);
        }
    }
}
