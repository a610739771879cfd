package dev.varve.trading;

import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.cli.VarveCli;
import java.nio.file.Path;

/** The command line of the trading platform. */
public final class Main {

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String... args) {
        System.exit(commandLine(Path.of(System.getProperty("trading.home", ".trading")))
                .execute(args));
    }

    /** The command line, with embedded databases in a folder for those that nobody configured. */
    static VarveCli commandLine(Path folder) {
        return VarveCli.of(Trading.class)
                .named("trading")
                .databases(POSTGRES, TIMESCALE)
                .whenUnconfigured(new EmbeddedDatabases(folder));
    }
}
