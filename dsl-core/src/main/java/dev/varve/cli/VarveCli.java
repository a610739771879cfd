package dev.varve.cli;

import dev.varve.execute.MigratorBuilder;
import dev.varve.introspect.Introspector;
import dev.varve.spi.ServerMode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The command line of an application with revisions. One line is enough: {@code VarveCli.run(MyMigrations.class, args)} finds the revisions
 * in the package of that class.
 */
public final class VarveCli {

    /** Everything went well. */
    public static final int OK = 0;

    /** It did not, and the error says why. */
    public static final int FAILED = 1;

    /** The command itself was wrong. */
    public static final int USAGE = 2;

    /** {@code check}, {@code drift} or {@code import} found differences. */
    public static final int DIFFERENT = 3;

    /** {@code check} found no difference for certain, and texts that only a server can compare. */
    public static final int UNDECIDED = 4;

    private final Class<?> root;
    private final String name;
    private final List<String> databases;
    private final DatabaseFallback fallback;
    private final UnaryOperator<MigratorBuilder> customization;
    private final Optional<Respondent> respondent;

    private VarveCli(
            Class<?> root,
            String name,
            List<String> databases,
            DatabaseFallback fallback,
            UnaryOperator<MigratorBuilder> customization,
            Optional<Respondent> respondent) {
        this.root = root;
        this.name = name;
        this.databases = List.copyOf(databases);
        this.fallback = fallback;
        this.customization = customization;
        this.respondent = respondent;
    }

    /** Runs the command and ends the virtual machine with its exit code. */
    public static void run(Class<?> root, String... args) {
        System.exit(of(root).execute(args));
    }

    /** A command line over the revisions in the package of that class and below. */
    public static VarveCli of(Class<?> root) {
        return new VarveCli(root, "varve", List.of(), DatabaseFallback.NONE, builder -> builder, Optional.empty());
    }

    /** The same command line under another name. */
    public VarveCli named(String other) {
        return new VarveCli(root, other, databases, fallback, customization, respondent);
    }

    /** The same command line for these databases; without this word, for those that the revisions name. */
    public VarveCli databases(String... names) {
        return new VarveCli(root, name, List.of(names), fallback, customization, respondent);
    }

    /** The same command line with databases for those that nobody configured. */
    public VarveCli whenUnconfigured(DatabaseFallback other) {
        return new VarveCli(root, name, databases, other, customization, respondent);
    }

    /** The same command line with a migrator that is built differently, such as with another naming convention. */
    public VarveCli customized(UnaryOperator<MigratorBuilder> other) {
        return new VarveCli(root, name, databases, fallback, other, respondent);
    }

    /** The same command line, whose questions somebody else answers than whoever sits before the terminal. */
    VarveCli answering(Respondent other) {
        return new VarveCli(root, name, databases, fallback, customization, Optional.of(other));
    }

    /** Runs a command on the terminal and gives its exit code. */
    public int execute(String... args) {
        return answering(respondent.orElseGet(Respondent::console))
                .execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.getenv(), args);
    }

    /** Runs a command with its output and its environment elsewhere, where nobody can be asked, and gives its exit code. */
    public int execute(PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
        Terminal terminal = new Terminal(out, err, environment, respondent.orElse(Respondent.NOBODY));
        CliContext context = new CliContext(root, databases, fallback, customization, environment, terminal);
        try (context) {
            return context.interruption()
                    .watching(() -> commandLine(context, out, err).execute(args));
        }
    }

    /** {@code --skip-market} for every database, besides {@code --skip market}. */
    private static void addSkipOptions(CommandLine init, CliContext context) {
        for (String database : context.databases()) {
            init.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("--skip-" + database)
                            .type(boolean.class)
                            .description("Leave " + database + " alone.")
                            .setter(new SkipSetter(context, database))
                            .build());
        }
    }

    /** An option for every way of treating servers that a module offers. */
    private static void addModes(CommandLine command, CliContext context) {
        for (ServerMode mode : Introspector.create().modes()) {
            command.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("--" + mode.name())
                            .type(boolean.class)
                            .description(mode.description())
                            .setter(new ModeSetter(context, mode))
                            .build());
        }
    }

    private CommandLine commandLine(CliContext context, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new RootCommand());
        line.setCommandName(name);
        List<CliCommand> commands = List.of(
                new InitCommand(context),
                new RevisionCommand(context),
                new MergeCommand(context),
                new UpgradeCommand(context),
                new DowngradeCommand(context),
                new CurrentCommand(context),
                new HistoryCommand(context),
                new HeadsCommand(context),
                new ShowCommand(context),
                new CheckCommand(context),
                new StampCommand(context),
                new DriftCommand(context),
                new ImportCommand(context));
        commands.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(command -> addModes(command, context));
        addSkipOptions(line.getSubcommands().get("init"), context);
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageReport());
        line.setExecutionExceptionHandler(new ErrorReport(err));
        return line;
    }
}
