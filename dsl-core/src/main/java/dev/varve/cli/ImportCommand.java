package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.execute.Comparison;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.revision.RevisionGraph;
import dev.varve.source.MigrationText;
import dev.varve.source.ModelText;
import dev.varve.source.ModelTexts;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes over a database that exists already. */
@Command(
        name = "import",
        description =
                "Writes one revision that makes everything that a database holds, records it as applied there, and writes"
                        + " models of it.")
final class ImportCommand extends CliCommand {

    @Mixin
    private NamedDatabase database = new NamedDatabase();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "Baseline",
            description = "What the revision is about; \"Baseline\" by default.")
    private String message = "";

    @Option(names = "--no-models", description = "Write the revision alone, and no models.")
    private boolean withoutModels;

    @Option(
            names = "--as-it-is",
            description = "Import the database although another migration tool has failed there, or holds its lock.")
    private boolean asItIs;

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    ImportCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        context().add(database.name());
        RevisionGraph graph = context().graph();
        if (!graph.revisions(database.name()).isEmpty()) {
            throw new CliException("There are revisions of " + database.name() + " already; the first one is "
                    + graph.revisions(database.name()).get(0)
                    + ". What the database holds besides becomes a revision with"
                    + " \"drift --adopt -m TEXT -d " + database.name() + "\".");
        }
        options.check(context());
        Migrator migrator = context().migrator(List.of(database.name()), MigrationListener.SILENT, b -> b);
        return write(graph, migrator, scope.of(migrator.compare(database.name()), context()));
    }

    private int write(RevisionGraph graph, Migrator migrator, Comparison comparison) {
        refuseTroubles(comparison);
        Difference difference = comparison.drift();
        refuseNothing(comparison, difference);
        Database nothing = comparison.expected();
        MigrationText text =
                MigrationText.of(difference.operations(), nothing, context().naming());
        Terminal terminal = context().terminal();
        if (!withoutModels) {
            writeModels(graph, reached(nothing, difference));
        }
        options.writeFirst(context(), graph, database.name(), message, text, remarks(comparison))
                .stamp(migrator, terminal);
        comparison
                .others()
                .forEach(other -> other.position()
                        .ifPresent(position -> terminal.print(other.tool() + " stands at " + position + ", says "
                                + other.table() + "; its table is left alone.")));
        comparison.unreadable().forEach(what -> terminal.print(terminal.bad("left out: ") + what));
        difference.obstacles().forEach(obstacle -> terminal.print(terminal.bad("left out: ") + obstacle));
        return comparison.unreadable().isEmpty() && difference.obstacles().isEmpty() ? VarveCli.OK : VarveCli.DIFFERENT;
    }

    /** A name that was mistyped may stand for a database that has just been made. */
    private void refuseNothing(Comparison comparison, Difference difference) {
        if (difference.isEmpty() && comparison.unreadable().isEmpty()) {
            throw new CliException("There is nothing in the database " + database.name()
                    + " that is compared, so that there is nothing to import. Nothing was written. Look at its URL, and at"
                    + " --include and --exclude; the first revision of an empty database is written by \"revision -m TEXT -d "
                    + database.name() + "\".");
        }
    }

    /** What another tool has left half done is not what anybody wants to have as a baseline. */
    private void refuseTroubles(Comparison comparison) {
        List<String> troubles = comparison.others().stream()
                .flatMap(other -> other.troubles().stream())
                .toList();
        if (!troubles.isEmpty() && !asItIs) {
            throw new CliException(String.join(".\n", troubles)
                    + ".\nOr import the database as it is (--as-it-is). Nothing was written.");
        }
        troubles.forEach(trouble -> context().terminal().note(trouble + '.'));
    }

    private static List<String> remarks(Comparison comparison) {
        return comparison.others().stream()
                .flatMap(other -> other.position().stream()
                        .map(position -> other.tool() + " stood at " + position + " (" + other.table() + ")"))
                .toList();
    }

    /** What the revision leads to: of what it cannot say there is no model either. */
    private static Database reached(Database nothing, Difference difference) {
        return Operation.afterAll(difference.operations(), nothing);
    }

    private void writeModels(RevisionGraph graph, Database state) {
        List<ModelText> models = ModelTexts.of(database.name(), state, context().naming());
        Path folder = options.models(context(), graph, database.name()).write(models);
        context().terminal().print("Wrote " + models.size() + " models to " + folder + '.');
    }
}
