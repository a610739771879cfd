package dev.varve.cli;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionNode;
import dev.varve.source.Imports;
import dev.varve.source.JavaComment;
import dev.varve.source.MigrationText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        if (imported(changes).hasClass(className(description))) {
            throw new CliException("The class would be called " + className(description)
                    + " like one that it uses. Say with other words what the revision is about.");
        }
        if (!SourceVersion.isName(packageName)) {
            throw new CliException(
                    "\"" + packageName + "\" is no name of a package; it looks like com.example.migrations.");
        }
    }

    private static Imports imported(Optional<MigrationText> changes) {
        Set<String> names = new TreeSet<>(REQUIRED);
        changes.ifPresent(said -> names.addAll(said.imports()));
        return new Imports(names);
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

    /** The text of the class. */
    String text(RevisionTemplate template) {
        if (changes.isPresent() && !template.has("changes")) {
            throw new CliException(
                    "The template has no place for what the revision does. Write ${changes} where the body of"
                            + " define stands, and ${imports} where the imports stand.");
        }
        return template.filled(Map.of(
                "package", packageName,
                "id", quoted(id),
                "database", quoted(database),
                "description", new JavaComment(about()).text().replaceAll("\\.$", ""),
                "className", className(description),
                "dependsOn", dependsOn(),
                "imports", imports(),
                "changes", body()));
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
        return changes.map(MigrationText::readableParts).orElse(List.of());
    }

    private String partName(int part) {
        return className(description) + "Part" + (part + 1);
    }

    /** A part of what a large revision does, in a class of its own. */
    private String part(int part) {
        Set<String> names = new TreeSet<>(parts().get(part).imports());
        names.add(Changes.class.getName());
        return "package " + packageName + ";\n\n" + new Imports(names).text() + "\n/** Part " + (part + 1)
                + " of {@link "
                + className(description) + "}. */\nfinal class " + partName(part) + " {\n\n    private "
                + partName(part) + "() {}\n\n    static void define(Changes changes) {\n"
                + parts().get(part).statements() + "    }\n}\n";
    }

    private String imports() {
        Set<String> names = new TreeSet<>(REQUIRED);
        if (parts().size() == 1) {
            names.addAll(parts().get(0).imports());
        }
        return new Imports(names).text();
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

    /** The class by its name, then those of its parts if it is large. */
    Map<String, String> classes(RevisionTemplate template) {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put(className(description), text(template));
        for (int i = 0; i < parts().size() && parts().size() > 1; i++) {
            classes.put(partName(i), part(i));
        }
        return classes;
    }
}
