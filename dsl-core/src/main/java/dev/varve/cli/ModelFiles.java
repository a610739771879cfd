package dev.varve.cli;

import dev.varve.source.ModelText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                Files.writeString(folder.resolve(model.className() + ".java"), model.inPackage(packageName));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The models could not be written to " + folder + ".", e);
        }
    }
}
