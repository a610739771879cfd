package dev.varve.testing;

import dev.varve.cli.VarveCli;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What came of a command. */
public record CommandRun(int exitCode, String out, String err) {

    /** Runs a command in an environment. */
    public static CommandRun of(VarveCli cli, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = cli.execute(new PrintWriter(out), new PrintWriter(err), environment, arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
