package dev.varve.cli;

import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the class of a new revision goes, and what it looks like. */
final class NewRevisionOptions {

    @Option(names = "--id", paramLabel = "ID", description = "Its id; the day and the next number by default.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            description = "The source folder; \"sources\" in varve.properties, else src/main/java by default.")
    private Optional<Path> sources = Optional.empty();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "Its package; that of the revision that it follows by default.")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description =
                    "A template with $${package}, $${className}, $${id}, $${database}, $${dependsOn} and $${description};"
                            + " \"template\" in varve.properties by default.")
    private Optional<Path> template = Optional.empty();

    /** Writes the class that follows these parents. */
    void write(CliContext context, RevisionGraph graph, String database, String message, List<RevisionNode> parents) {
        Settings settings = context.settings();
        RevisionSource source = new RevisionSource(
                id.orElseGet(() -> nextId(graph)),
                database,
                message,
                packageName.orElseGet(() -> packageOf(context, graph, database)),
                parents);
        Path folder =
                sources.or(() -> settings.property("sources").map(Path::of)).orElse(Path.of("src/main/java"));
        Path file = source.write(
                folder, template.or(() -> settings.property("template").map(Path::of)));
        context.terminal()
                .print("Wrote " + file + " (revision " + source.id() + " of " + database + ", "
                        + (parents.isEmpty()
                                ? "the first)."
                                : "after "
                                        + String.join(
                                                " and ",
                                                parents.stream()
                                                        .map(RevisionNode::id)
                                                        .toList()) + ")."));
    }

    private static String nextId(RevisionGraph graph) {
        return new NextId(graph.revisions().stream().map(RevisionNode::id).toList(), LocalDate.now()).id();
    }

    /** The package of the newest revision of the database, so that neighbours stay together. */
    private static String packageOf(CliContext context, RevisionGraph graph, String database) {
        List<RevisionNode> revisions = graph.revisions(database);
        return revisions.isEmpty()
                ? context.root().getPackageName()
                : revisions.get(revisions.size() - 1).migration().getPackageName();
    }
}
