package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.diff.Renamings;
import dev.varve.execute.CheckResult;
import dev.varve.execute.Comparison;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the history with the databases and the models. */
@Command(
        name = "check",
        description =
                "Compares what the revisions say with what the databases hold and with what the models say; exit code 3"
                        + " if they differ, 4 if only a server can say whether they do.")
final class CheckCommand extends CliCommand {

    /** With what the history is compared. */
    private enum Against {
        DATABASE,
        MODELS,
        BOTH
    }

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--against",
            paramLabel = "WHAT",
            description =
                    "With what the history is compared: database (the applied revisions), models (all revisions) or both;"
                            + " both by default, as far as there are models.")
    private Against against = Against.BOTH;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    private final List<Database> compared = new ArrayList<>();

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        if (against != Against.DATABASE) {
            context().models().databases().forEach(context()::add);
        }
        List<String> databases = database.databases(context());
        List<CheckedDatabase> results = new ArrayList<>();
        Optional<Migrator> server = against == Against.MODELS
                ? Optional.empty()
                : Optional.of(context().migrator(databases, MigrationListener.SILENT, b -> b));
        server.ifPresent(migrator -> databases.forEach(name -> results.add(againstDatabase(name, migrator))));
        if (against != Against.DATABASE) {
            databases.stream()
                    .filter(name -> !context().models().of(name).isEmpty())
                    .forEach(name -> results.add(againstModels(name, server)));
        }
        if (results.isEmpty()) {
            throw new CliException("There are no models (@Model) of " + String.join(", ", databases)
                    + " in the package " + context().root().getPackageName()
                    + " or below, with which the history could be compared.");
        }
        scope.check(context().terminal(), compared);
        print(results);
        return exitCode(results);
    }

    private static int exitCode(List<CheckedDatabase> results) {
        boolean isDifferent = results.stream().anyMatch(result -> result.exitCode() == VarveCli.DIFFERENT);
        return isDifferent
                ? VarveCli.DIFFERENT
                : results.stream().mapToInt(CheckedDatabase::exitCode).max().orElse(VarveCli.OK);
    }

    private CheckedDatabase againstDatabase(String name, Migrator migrator) {
        Comparison whole = migrator.compare(name);
        compared.addAll(List.of(whole.expected(), whole.live()));
        Comparison comparison = whole.within(scope.scope(context().settings()));
        CheckResult found = comparison.result(name);
        List<String> operations = lines(comparison.drift());
        return new CheckedDatabase(
                "database",
                found,
                operations.isEmpty()
                        ? found.findings().stream().map(Object::toString).toList()
                        : operations,
                List.of(),
                new Renamings(comparison.expected(), comparison.live()).unanswered(any -> true));
    }

    private CheckedDatabase againstModels(String name, Optional<Migrator> server) {
        Migrator offlineMigrator = context().offlineMigrator();
        Database history = offlineMigrator.history().state(name, any -> true);
        Database models = context().models().state(name);
        compared.addAll(List.of(history, models));
        Database modelled =
                scope.scope(context().settings()).of(offlineMigrator.scope().of(models, history), history);
        Difference offline = Difference.betweenDeclared(history, modelled);
        Difference difference = server.filter(any -> !offline.doubts().isEmpty())
                .map(migrator -> Difference.between(
                        migrator.normalized(name, history, modelled), migrator.normalized(name, modelled, history)))
                .orElse(offline);
        return new CheckedDatabase(
                "models",
                new CheckResult(name, List.of(), List.of()),
                lines(difference.after(
                        context().models().rolesBeside(offlineMigrator.history().revisions(name), name))),
                difference.doubts().stream().map(Object::toString).toList(),
                new Renamings(history, modelled).unanswered(candidate -> !isSaid(candidate, name)));
    }

    private boolean isSaid(Renaming candidate, String name) {
        return context().models().renames(name).stream().anyMatch(candidate::isSaidBy);
    }

    private static List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        difference.operations().stream()
                .filter(operation -> !difference.doubtful().contains(operation))
                .map(Operation::description)
                .forEach(lines::add);
        difference.obstacles().forEach(obstacle -> lines.add(obstacle.toString()));
        return lines;
    }

    private void print(List<CheckedDatabase> results) {
        if (json) {
            context()
                    .terminal()
                    .print(Json.of(results.stream().map(CheckedDatabase::asMap).toList()));
        } else {
            results.forEach(result -> result.print(context().terminal()));
        }
    }
}
