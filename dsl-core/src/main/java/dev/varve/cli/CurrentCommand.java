package dev.varve.cli;

import dev.varve.execute.DatabaseStatus;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where the databases stand. */
@Command(name = "current", description = "Shows at which revision each database stands.")
final class CurrentCommand extends CliCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    CurrentCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        List<String> databases = database.databases(context());
        Migrator migrator = context().migrator(databases, MigrationListener.SILENT, b -> b);
        List<DatabaseStatus> all = databases.stream().map(migrator::status).toList();
        if (json) {
            context()
                    .terminal()
                    .print(Json.of(all.stream().map(CurrentCommand::asMap).toList()));
            return VarveCli.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        all.forEach(status -> rows.addAll(rows(status)));
        context().terminal().table(rows);
        return VarveCli.OK;
    }

    private static List<List<String>> rows(DatabaseStatus status) {
        String pending = status.pending().isEmpty() ? "head" : status.pending().size() + " pending";
        List<List<String>> rows = new ArrayList<>();
        status.current()
                .forEach(revision -> rows.add(
                        List.of(status.database(), revision.id(), revision.description(), "(" + pending + ")")));
        if (rows.isEmpty()) {
            rows.add(List.of(status.database(), "base", "", "(" + pending + ")"));
        }
        status.unfinished()
                .forEach(row -> rows.add(List.of(
                        status.database(),
                        row.id(),
                        row.description(),
                        "(interrupted; the next run goes on with it)")));
        status.unknown()
                .forEach(row -> rows.add(
                        List.of(status.database(), row.id(), row.description(), "(unknown to this application)")));
        return rows;
    }

    private static Map<String, Object> asMap(DatabaseStatus status) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", status.database());
        map.put("current", status.current().stream().map(r -> r.id()).toList());
        map.put("applied", status.applied().stream().map(r -> r.id()).toList());
        map.put("pending", status.pending().stream().map(r -> r.id()).toList());
        map.put("unfinished", status.unfinished().stream().map(r -> r.id()).toList());
        map.put("unknown", status.unknown().stream().map(r -> r.id()).toList());
        return map;
    }
}
