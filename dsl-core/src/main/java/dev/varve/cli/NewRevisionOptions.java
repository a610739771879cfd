package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.operation.Operation;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionTarget;
import dev.varve.source.MigrationText;
import java.nio.file.Files;
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
            description = "A template with $${package}, $${className}, $${id}, $${database}, $${dependsOn},"
                    + " $${description}, $${imports} and $${changes};"
                    + " \"template\" in varve.properties by default.")
    private Optional<Path> template = Optional.empty();

    /**
     * A revision whose class has been written.
     *
     * @param files the file of the class, then those of its parts
     */
    record Written(RevisionSource source, List<Path> files) {

        /** Records the revision as applied, which needs to know what the class does once it is compiled. */
        void stamp(Migrator migrator, Terminal terminal) {
            Optional<List<Operation>> operations = CompiledRevision.operations(
                    source, files, migrator.history().naming());
            operations.ifPresent(does -> migrator.stamp(source.database(), source.id(), source.about(), does));
            terminal.print(
                    operations.isPresent()
                            ? source.database() + " is recorded to stand there; nothing was run."
                            : "The class could not be compiled here to see what it does. Compile it, then record it: \"stamp -d "
                                    + source.database() + " -r " + source.id() + "\".");
        }
    }

    /** Writes a class that follows these parents and whose author says what it does. */
    void write(CliContext context, RevisionGraph graph, String database, String message, List<RevisionNode> parents) {
        write(context, graph, database, message, parents, Optional.empty(), List.of());
    }

    /** Writes the class that follows these parents, and gives what was written. */
    Written write(
            CliContext context,
            RevisionGraph graph,
            String database,
            String message,
            List<RevisionNode> parents,
            MigrationText changes) {
        return write(context, graph, database, message, parents, Optional.of(changes), List.of());
    }

    /** Writes the first class of a database, with remarks. */
    Written writeFirst(
            CliContext context,
            RevisionGraph graph,
            String database,
            String message,
            MigrationText changes,
            List<String> remarks) {
        return write(context, graph, database, message, List.of(), Optional.of(changes), remarks);
    }

    private Written write(
            CliContext context,
            RevisionGraph graph,
            String database,
            String message,
            List<RevisionNode> parents,
            Optional<MigrationText> changes,
            List<String> remarks) {
        Settings settings = context.settings();
        RevisionSource source = new RevisionSource(
                id(graph, database),
                database,
                message,
                packageName.orElseGet(() -> packageOf(context, graph, database)),
                parents,
                changes,
                remarks);
        RevisionTemplate text = template.or(() -> settings.property("template").map(Path::of))
                .map(RevisionTemplate::in)
                .orElseGet(RevisionTemplate::standard);
        List<Path> files = sources(context)
                .write(source.packageName(), source.classes(text), "Say with other words what the revision is about.");
        context.terminal()
                .print("Wrote " + files.get(0) + " (revision " + source.id() + " of " + database + ", "
                        + (parents.isEmpty()
                                ? "the first)."
                                : "after "
                                        + String.join(
                                                " and ",
                                                parents.stream()
                                                        .map(RevisionNode::id)
                                                        .toList()) + ")."));
        return new Written(source, files);
    }

    /**
     * Looks for the source folder, before anything is done that takes long.
     *
     * @throws CliException if nobody named one for this command and there is none
     */
    void check(CliContext context) {
        sources(context);
    }

    /**
     * The source folder.
     *
     * @throws CliException if nobody named one for this command and there is none
     */
    private SourceFolder sources(CliContext context) {
        Path usual = context.settings().property("sources").map(Path::of).orElse(Path.of("src/main/java"));
        if (sources.isEmpty() && !Files.isDirectory(usual)) {
            throw new CliException(
                    "There is no folder " + usual + " in " + Path.of("").toAbsolutePath()
                            + ". Run the command where the sources of the revisions are, or name their folder: --sources FOLDER, or"
                            + " \"sources\" in " + Settings.DEFAULT_FILE + ". Nothing was written.");
        }
        return new SourceFolder(sources.orElse(usual));
    }

    /** Where the models of a database go: beside its revisions, in a package of their own. */
    ModelFiles models(CliContext context, RevisionGraph graph, String database) {
        return new ModelFiles(
                sources(context), packageName.orElseGet(() -> packageOf(context, graph, database)) + ".models");
    }

    private String id(RevisionGraph graph, String database) {
        id.flatMap(RevisionTarget::objectionTo).ifPresent(objection -> {
            throw new CliException("The id \"" + id.orElseThrow() + "\" " + objection);
        });
        id.flatMap(wanted -> graph.find(database, wanted)).ifPresent(node -> {
            throw new CliException("There is already a revision " + node + ". Say another --id, or none.");
        });
        return id.orElseGet(() -> nextId(graph));
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
