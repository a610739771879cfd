package dev.varve.cli;

import dev.varve.source.ModelText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of models in a package.
 *
 * @param sources the source folder
 */
record ModelFiles(Path sources, String packageName) {

    /** Writes the classes, and never over others. */
    Path write(List<ModelText> models) {
        Path folder = sources.resolve(packageName.replace('.', '/'));
        models.stream()
                .map(model -> folder.resolve(model.className() + ".java"))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(file -> {
                    throw new CliException("There is already a class in " + file
                            + ". Move it away, or leave the models out (--no-models). Nothing was written.");
                });
        try {
            Files.createDirectories(folder);
            for (ModelText model : models) {
                Files.writeString(folder.resolve(model.className() + ".java"), text(model));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The models could not be written to " + folder + ".", e);
        }
    }

    private String text(ModelText model) {
        List<String> imports = model.imports().stream().sorted().toList();
        String statics = lines(imports.stream().filter(name -> name.startsWith("static ")));
        String others = lines(imports.stream().filter(name -> !name.startsWith("static ")));
        return "package " + packageName + ";\n\n" + statics + (statics.isEmpty() ? "" : "\n") + others + '\n'
                + model.declaration();
    }

    private static String lines(Stream<String> imports) {
        return imports.map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }
}
