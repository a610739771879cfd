package dev.varve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder below which classes are written as source, each into the folder of its package, and never over another one. */
record SourceFolder(Path root) {

    /** The folder of a package. */
    Path folder(String packageName) {
        return root.resolve(packageName.replace('.', '/'));
    }

    /**
     * Writes classes of a package.
     *
     * @param classes their texts by their names
     * @param remedy what to do if there is one of them already, a sentence
     * @return the files, in that order
     * @throws CliException if there is one of them already, or they cannot be written
     */
    List<Path> write(String packageName, Map<String, String> classes, String remedy) {
        Map<Path, String> texts = new LinkedHashMap<>();
        classes.forEach((name, text) -> texts.put(folder(packageName).resolve(name + ".java"), text));
        texts.keySet().stream().filter(Files::exists).findFirst().ifPresent(file -> {
            throw new CliException("There is already a class in " + file + ". " + remedy + " Nothing was written.");
        });
        try {
            Files.createDirectories(folder(packageName));
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.writeString(text.getKey(), text.getValue());
            }
            return List.copyOf(texts.keySet());
        } catch (IOException e) {
            throw new CliException(
                    "The classes cannot be written to " + folder(packageName) + " (" + e
                            + "). Name another folder with --sources.",
                    e);
        }
    }
}
