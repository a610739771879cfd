package dev.varve.testing;

import dev.varve.dsl.Migration;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;
import dev.varve.revision.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A folder of Java sources that commands have written. */
public record SourceFolder(Path folder) {

    /** The files, ordered by name. */
    public List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a class. */
    public String text(String className) {
        try {
            return Files.readString(folder.resolve(className.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The revisions among the classes, compiled. */
    public List<Class<? extends Migration>> migrations() {
        Path classes = folder.resolve("classes");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        files().forEach(file -> arguments.add(file.toString()));
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError(said.toString());
        }
        return load(classes);
    }

    /** The models among the classes, once {@link #migrations()} has compiled them. */
    public List<Class<? extends SchemaModel>> models() {
        return classes(folder.resolve("classes")).stream()
                .filter(type -> type.isAnnotationPresent(Model.class))
                .<Class<? extends SchemaModel>>map(type -> type.asSubclass(SchemaModel.class))
                .toList();
    }

    private List<Class<? extends Migration>> load(Path classes) {
        return classes(classes).stream()
                .filter(type -> type.isAnnotationPresent(Revision.class))
                .<Class<? extends Migration>>map(type -> type.asSubclass(Migration.class))
                .toList();
    }

    private List<Class<?>> classes(Path classes) {
        List<Class<?>> found = new ArrayList<>();
        try {
            ClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, SourceFolder.class.getClassLoader());
            for (Path file : files()) {
                String name =
                        folder.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", "");
                found.add(loader.loadClass(name));
            }
            return found;
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
