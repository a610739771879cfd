package dev.varve.cli;

import dev.varve.diff.Finding;
import dev.varve.execute.CheckResult;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the databases with the history. */
@Command(
        name = "check",
        description =
                "Compares each database with what its applied revisions say that it holds; exit code 3 if they differ.")
final class CheckCommand extends CliCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        List<String> databases = database.databases(context());
        Migrator migrator = context().migrator(databases, MigrationListener.SILENT, b -> b);
        List<CheckResult> results = databases.stream().map(migrator::check).toList();
        if (json) {
            context()
                    .terminal()
                    .print(Json.of(results.stream().map(CheckCommand::asMap).toList()));
        } else {
            results.forEach(this::print);
        }
        return results.stream().allMatch(CheckResult::isClean) ? VarveCli.OK : VarveCli.DIFFERENT;
    }

    private void print(CheckResult result) {
        Terminal terminal = context().terminal();
        if (result.isClean()) {
            terminal.print(terminal.good(result.database() + " is as its history says."));
        } else {
            terminal.print(terminal.bad(result.database() + " differs from its history in "
                    + places(result.findings().size()) + ":"));
            result.findings().forEach(finding -> terminal.print("  " + finding));
        }
        result.unreadable().forEach(what -> terminal.print("  not compared: " + what));
    }

    private static String places(int count) {
        return count == 1 ? "1 place" : count + " places";
    }

    private static Map<String, Object> asMap(CheckResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", result.database());
        map.put("findings", result.findings().stream().map(Finding::toString).toList());
        map.put("notCompared", result.unreadable());
        return map;
    }
}
