package dev.varve.cli;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionNode;
import dev.varve.source.MigrationText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A new revision as Java source.
 *
 * @param changes what it does; empty if its author is to say that
 * @param remarks what else there is to know of it, a sentence each without a point
 */
record RevisionSource(
        String id,
        String database,
        String description,
        String packageName,
        List<RevisionNode> parents,
        Optional<MigrationText> changes,
        List<String> remarks) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    /** A class beyond this size is hard to read, and a method far beyond it is more than the JVM takes. */
    private static final int CHARACTERS = 30_000;

    private static final String TEMPLATE = "Revision.java.template";
    private static final String TO_BE_SAID = "        // Say here what changes; the way back is derived.\n";
    private static final Set<String> REQUIRED =
            Set.of(Changes.class.getName(), Migration.class.getName(), Revision.class.getName());

    /** A revision whose author says what it does. */
    RevisionSource(String id, String database, String description, String packageName, List<RevisionNode> parents) {
        this(id, database, description, packageName, parents, Optional.empty(), List.of());
    }

    RevisionSource {
        parents = List.copyOf(parents);
        remarks = List.copyOf(remarks);
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

    /** The name of the class with its package. */
    String qualifiedName() {
        return packageName + '.' + className(description);
    }

    /** The text of the class, from a template of the user's or the one that comes with the library. */
    String text(Optional<Path> template) {
        String text = template.map(RevisionSource::read).orElseGet(RevisionSource::standardTemplate);
        if (changes.isPresent() && !text.contains("${changes}")) {
            throw new CliException("The template has no place for what the revision does. Write $"
                    + "{changes} where the" + " body of define stands, and $" + "{imports} where the imports stand.");
        }
        Map<String, String> values = Map.of(
                "package", packageName,
                "id", quoted(id),
                "database", quoted(database),
                "description", about().replace("*/", "* /").replaceAll("\\.$", ""),
                "className", className(description),
                "dependsOn", dependsOn(),
                "imports", imports(),
                "changes", body());
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** What it is about, with the remarks. */
    String about() {
        return Stream.concat(Stream.of(description.replaceAll("\\.$", "")), remarks.stream())
                .collect(Collectors.joining(". "));
    }

    private String body() {
        if (changes.isEmpty()) {
            return TO_BE_SAID;
        }
        return parts().size() == 1
                ? changes.get().statements()
                : IntStream.range(0, parts().size())
                        .mapToObj(i -> "        " + partName(i) + ".define(changes);\n")
                        .collect(Collectors.joining());
    }

    private List<MigrationText> parts() {
        return changes.map(said -> said.parts(CHARACTERS)).orElse(List.of());
    }

    private String partName(int part) {
        return className(description) + "Part" + (part + 1);
    }

    /** A part of what a large revision does, in a class of its own. */
    private String part(int part) {
        Set<String> names = new TreeSet<>(parts().get(part).imports());
        names.add(Changes.class.getName());
        return "package " + packageName + ";\n\n" + imports(names) + "\n/** Part " + (part + 1) + " of {@link "
                + className(description) + "}. */\nfinal class " + partName(part) + " {\n\n    private "
                + partName(part) + "() {}\n\n    static void define(Changes changes) {\n"
                + parts().get(part).statements() + "    }\n}\n";
    }

    /** Static ones first, as they are usually ordered. */
    private String imports() {
        Set<String> names = new TreeSet<>(REQUIRED);
        if (parts().size() == 1) {
            names.addAll(parts().get(0).imports());
        }
        return imports(names);
    }

    private static String imports(Set<String> names) {
        String statics = lines(names.stream().filter(name -> name.startsWith("static ")));
        String others = lines(names.stream().filter(name -> !name.startsWith("static ")));
        return statics.isEmpty() ? others : statics + '\n' + others;
    }

    private static String lines(Stream<String> names) {
        return names.map(name -> "import " + name + ";\n").collect(Collectors.joining());
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

    /** Writes the class below a source folder, then its parts if it is large, and never over another one. */
    List<Path> write(Path sources, Optional<Path> template) {
        Path folder = sources.resolve(packageName.replace('.', '/'));
        Path file = folder.resolve(className(description) + ".java");
        if (Files.exists(file)) {
            throw new CliException(
                    "There is already a class in " + file + ". Say with other words what the revision is about.");
        }
        try {
            Files.createDirectories(folder);
            List<Path> files = new ArrayList<>(List.of(Files.writeString(file, text(template))));
            for (int i = 0; i < parts().size() && parts().size() > 1; i++) {
                files.add(Files.writeString(folder.resolve(partName(i) + ".java"), part(i)));
            }
            return files;
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
