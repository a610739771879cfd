package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.execute.CheckResult;
import dev.varve.execute.Comparison;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What was found of a database.
     *
     * @param other with what its history was compared
     * @param operations what would lead from the history there, a line each
     * @param doubts what cannot be compared without a server, a line each
     */
    private record Result(String other, CheckResult found, List<String> operations, List<String> doubts) {

        int exitCode() {
            if (!operations.isEmpty()) {
                return VarveCli.DIFFERENT;
            }
            return doubts.isEmpty() ? VarveCli.OK : VarveCli.UNDECIDED;
        }
    }

    @Override
    int run() {
        List<String> databases = database.databases(context());
        List<Result> results = new ArrayList<>();
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

    private static int exitCode(List<Result> results) {
        boolean isDifferent = results.stream().anyMatch(result -> result.exitCode() == VarveCli.DIFFERENT);
        return isDifferent
                ? VarveCli.DIFFERENT
                : results.stream().mapToInt(Result::exitCode).max().orElse(VarveCli.OK);
    }

    private Result againstDatabase(String name, Migrator migrator) {
        Comparison whole = migrator.compare(name);
        compared.addAll(List.of(whole.expected(), whole.live()));
        Comparison comparison = whole.within(scope.scope(context().settings()));
        CheckResult found = comparison.result(name);
        List<String> operations = lines(comparison.drift());
        // the order of columns is a difference that no operation leads away from
        return new Result(
                "database",
                found,
                operations.isEmpty()
                        ? found.findings().stream().map(Object::toString).toList()
                        : operations,
                List.of());
    }

    private Result againstModels(String name, Optional<Migrator> server) {
        Migrator offlineMigrator = context().offlineMigrator();
        Database history = offlineMigrator.history().state(name, any -> true);
        Database models = context().models().state(name);
        compared.addAll(List.of(history, models));
        Database modelled =
                scope.scope(context().settings()).of(offlineMigrator.scope().of(models, history), history);
        Difference offline = Difference.betweenDeclared(history, modelled);
        Difference difference = server.filter(any -> !offline.doubts().isEmpty())
                .map(migrator ->
                        Difference.between(migrator.normalized(name, history), migrator.normalized(name, modelled)))
                .orElse(offline);
        return new Result(
                "models",
                new CheckResult(name, List.of(), List.of()),
                lines(difference),
                difference.doubts().stream().map(Object::toString).toList());
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

    private void print(List<Result> results) {
        if (json) {
            context()
                    .terminal()
                    .print(Json.of(results.stream().map(CheckCommand::asMap).toList()));
        } else {
            results.forEach(this::print);
        }
    }

    private void print(Result result) {
        Terminal terminal = context().terminal();
        String name = result.found().database();
        boolean models = result.other().equals("models");
        if (result.exitCode() == VarveCli.OK) {
            terminal.print(terminal.good(name + (models ? " is as its models say." : " is as its history says.")));
        } else if (result.exitCode() == VarveCli.UNDECIDED) {
            terminal.print(terminal.bad("The models of " + name + " differ from its history in nothing but words."));
        } else {
            terminal.print(terminal.bad(
                    models
                            ? "The models of " + name + " differ from its history, which would have to:"
                            : name + " differs from its history in "
                                    + places(result.operations().size()) + ", as if somebody had said:"));
            result.operations().forEach(operation -> terminal.print("  " + operation));
        }
        result.found().unreadable().forEach(what -> terminal.print("  not compared: " + what));
        if (!result.doubts().isEmpty()) {
            terminal.print("  cannot be compared without a server (--against both):");
            result.doubts().forEach(doubt -> terminal.print("    " + doubt));
        }
    }

    private static String places(int count) {
        return count == 1 ? "1 place" : count + " places";
    }

    private static Map<String, Object> asMap(Result result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", result.found().database());
        map.put("against", result.other());
        map.put("operations", result.operations());
        map.put(
                "findings",
                result.found().findings().stream().map(Object::toString).toList());
        map.put("notCompared", result.found().unreadable());
        map.put("cannotCompare", result.doubts());
        return map;
    }
}
