package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.dsl.NamingConvention;
import dev.varve.execute.Comparison;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.revision.RevisionNode;
import dev.varve.source.MigrationText;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deals with what somebody changed by hand. */
@Command(
        name = "drift",
        description = "Shows by which operations a database has left its history; exit code 3 if it has.",
        footer = {
            "",
            "With --adopt they become a revision that is recorded as applied, with --revert the way back is printed."
        })
final class DriftCommand extends CliCommand {

    /** What is to be done about it; only shown if neither. */
    private static final class Remedy {

        @Option(names = "--adopt", description = "Write a revision that does the same, and record it as applied.")
        private boolean adopt;

        @Option(names = "--revert", description = "Print the statements that take the database back to its history.")
        private boolean revert;
    }

    @ArgGroup
    private Remedy remedy = new Remedy();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the revision of --adopt is about.")
    private Optional<String> message = Optional.empty();

    @Mixin
    private NamedDatabase database = new NamedDatabase();

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        if (message.isPresent() && !remedy.adopt) {
            throw new CliException("-m says what the revision of --adopt is about. Say --adopt as well to have one.");
        }
        Migrator migrator =
                context().migrator(List.of(context().database(database.name())), MigrationListener.SILENT, b -> b);
        Comparison comparison = scope.of(migrator.compare(database.name()), context());
        Difference drift = comparison.drift();
        comparison.unreadable().forEach(what -> context().terminal().note("not compared: " + what));
        if (drift.isEmpty()) {
            context().terminal().print(database.name() + " is as its history says.");
            return VarveCli.OK;
        }
        if (remedy.adopt) {
            return adopt(migrator, drift, comparison.live().environment());
        }
        return remedy.revert ? revert(comparison) : show(drift);
    }

    private int show(Difference drift) {
        drift.operations().forEach(operation -> context().terminal().print(operation.description()));
        drift.obstacles().forEach(obstacle -> context().terminal().print(obstacle.toString()));
        return VarveCli.DIFFERENT;
    }

    private int adopt(Migrator migrator, Difference drift, Environment server) {
        if (!drift.obstacles().isEmpty()) {
            throw new CliException(
                    "Not everything can be said as a revision: " + drift.obstacles() + ". Nothing was written.");
        }
        migrator.status(database.name()).refusePending();
        String about = message.orElseThrow(() -> new CliException("Say with -m what the revision is about: drift -d "
                + database.name() + " --adopt -m \"...\". Nothing was written."));
        Database before = migrator.history().state(database.name(), any -> true).on(server);
        MigrationText text = MigrationText.of(drift.operations(), before, NamingConvention.STANDARD);
        List<RevisionNode> parents =
                context().graph().head(database.name()).stream().toList();
        options.write(context(), context().graph(), database.name(), about, parents, text)
                .stamp(migrator, context().terminal());
        return VarveCli.OK;
    }

    /** Whoever reads the statements knows better than the tool whether something is lost. */
    private int revert(Comparison comparison) {
        Difference back = comparison.wayBack();
        Database state = comparison.live();
        for (Operation operation : back.operations()) {
            context().terminal().print("-- " + operation.description());
            for (Statement statement : operation.statements(state)) {
                context().terminal().print(statement.sql().text() + ";");
            }
            state = operation.after(state);
        }
        back.obstacles().forEach(obstacle -> context().terminal().print("-- " + obstacle));
        return VarveCli.DIFFERENT;
    }
}
