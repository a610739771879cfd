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
    static Optional<List<Operation>> operations(RevisionSource source, List<Path> files, NamingConvention naming) {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .flatMap(compiler -> compiled(files, compiler))
                .map(classes -> load(source, classes, naming));
    }

    /** The folder of the class, if it can be compiled. */
    private static Optional<Path> compiled(List<Path> files, JavaCompiler compiler) {
        try {
            Path classes = Files.createTempDirectory("revision");
            List<String> arguments =
                    new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8", "-d", classes.toString()));
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
            files.forEach(file -> arguments.add(file.toString()));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            boolean isCompiled = compiler.run(null, said, said, arguments.toArray(String[]::new)) == 0;
            return isCompiled ? Optional.of(classes) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The class could not be compiled into a temporary folder.", e);
        }
    }

    private static List<Operation> load(RevisionSource source, Path classes, NamingConvention naming) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, CompiledRevision.class.getClassLoader())) {
            Changes changes = new Changes(naming);
            Class<?> type = loader.loadClass(source.qualifiedName());
            type.asSubclass(Migration.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .define(changes);
            return changes.operations();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("The class " + source.qualifiedName() + " cannot be run.", e);
        }
    }
}
