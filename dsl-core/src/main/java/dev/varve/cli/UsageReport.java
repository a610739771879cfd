package dev.varve.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command in a line or two, and where all of its options are explained. */
final class UsageReport implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine line = error.getCommandLine();
        line.getErr().println(error.getMessage());
        if (line.getParent() == null && arguments.length == 0) {
            line.usage(line.getErr());
        } else {
            UnmatchedArgumentException.printSuggestions(error, line.getErr());
            line.getErr()
                    .println("\"" + line.getCommandSpec().qualifiedName() + " --help\" explains "
                            + (line.getParent() == null ? "the commands." : "its options."));
        }
        line.getErr().flush();
        return VarveCli.USAGE;
    }
}
