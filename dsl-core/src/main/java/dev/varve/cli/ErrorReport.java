package dev.varve.cli;

import dev.varve.introspect.CatalogException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: the message alone for what the library itself says, with the stack trace for what it did not expect. */
final class ErrorReport implements IExecutionExceptionHandler {

    private static final List<Class<? extends RuntimeException>> SAYS_ALL = List.of(
            CliException.class,
            dev.varve.revision.HistoryException.class,
            dev.varve.model.RefusedException.class,
            dev.varve.plan.LossNotAcceptedException.class,
            dev.varve.execute.ExecutionException.class);

    private final PrintWriter err;

    ErrorReport(PrintWriter err) {
        this.err = err;
    }

    private static boolean saysAll(Exception error) {
        return error instanceof CatalogException catalog
                ? !catalog.isMistake()
                : SAYS_ALL.stream().anyMatch(type -> type.isInstance(error));
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult result) {
        if (saysAll(error)) {
            err.println(error.getMessage());
        } else {
            err.println("This is a mistake in the library or in the application's own code: " + error);
            error.printStackTrace(err);
        }
        err.flush();
        return VarveCli.FAILED;
    }
}
