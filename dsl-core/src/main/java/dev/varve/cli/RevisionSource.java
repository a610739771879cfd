package dev.varve.cli;

import dev.varve.revision.RevisionNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** A new revision as Java source. */
record RevisionSource(String id, String database, String description, String packageName, List<RevisionNode> parents) {

    private static final String TEMPLATE = "Revision.java.template";

    RevisionSource {
        parents = List.copyOf(parents);
        if (className(description).isEmpty() || !SourceVersion.isName(className(description))) {
            throw new CliException("No class can be named after \"" + description
                    + "\". Say with letters what the revision is about, beginning with one.");
        }
    }

    /** {@code Add user preferences table} becomes {@code AddUserPreferencesTable}. */
    private static String className(String description) {
        return Arrays.stream(description.split("[^\\p{Alnum}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The text of the class, from a template of the user's or the one that comes with the library. */
    String text(Optional<Path> template) {
        String text = template.map(RevisionSource::read).orElseGet(RevisionSource::standardTemplate);
        Map<String, String> values = Map.of(
                "package", packageName,
                "id", quoted(id),
                "database", quoted(database),
                "description", description.replace("*/", "* /").replaceAll("\\.$", ""),
                "className", className(description),
                "dependsOn", dependsOn());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + '}', value.getValue());
        }
        return text;
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String dependsOn() {
        String classes = parents.stream().map(this::classLiteral).collect(Collectors.joining(", "));
        return switch (parents.size()) {
            case 0 -> "";
            case 1 -> ", dependsOn = " + classes;
            default -> ", dependsOn = {" + classes + '}';
        };
    }

    private String classLiteral(RevisionNode parent) {
        Class<?> type = parent.migration();
        boolean neighbour = type.getPackageName().equals(packageName) && type.getEnclosingClass() == null;
        return (neighbour ? type.getSimpleName() : type.getCanonicalName()) + ".class";
    }

    /** Writes the class below a source folder, and never over another one. */
    Path write(Path sources, Optional<Path> template) {
        Path file = sources.resolve(packageName.replace('.', '/')).resolve(className(description) + ".java");
        if (Files.exists(file)) {
            throw new CliException(
                    "There is already a class in " + file + ". Say with other words what the revision is about.");
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text(template));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written.", e);
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new CliException("The template " + template + " could not be read.", e);
        }
    }

    private static String standardTemplate() {
        try (InputStream in = RevisionSource.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its own resource " + TEMPLATE + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
