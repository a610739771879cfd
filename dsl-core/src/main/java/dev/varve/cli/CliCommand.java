package dev.varve.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have: help, and the options that say where the databases are. */
@Command(mixinStandardHelpOptions = true)
abstract class CliCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connections = new ConnectionOptions();

    @Option(names = "--no-color", description = "Print without color; the default where the output is no terminal.")
    private boolean noColor;

    private final CliContext context;

    CliCommand(CliContext context) {
        this.context = context;
    }

    final CliContext context() {
        return context;
    }

    @Override
    public final Integer call() {
        context.use(connections, !noColor);
        return run();
    }

    /** Does it, and gives the exit code. */
    abstract int run();
}
