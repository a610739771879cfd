package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A statement that failed: in which revision and operation, with what message of the server, and what became of the rest. */
public final class MigrationFailedException extends ExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final transient Optional<PlannedStatement> statement;

    MigrationFailedException(Step step, Optional<PlannedStatement> statement, SQLException cause, String remains) {
        super(message(step, statement, cause, remains), cause);
        this.step = step;
        this.statement = statement;
    }

    /** The step that failed. */
    public Step step() {
        return step;
    }

    /** The statement that failed; empty if all statements ran and their transaction could not be committed. */
    public Optional<PlannedStatement> statement() {
        return statement;
    }

    /** The code by which PostgreSQL names the error. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }

    private static String message(Step step, Optional<PlannedStatement> statement, SQLException cause, String remains) {
        String doing = step.direction() == Direction.UP ? "" : "Taking back ";
        StringBuilder text = new StringBuilder()
                .append(doing.isEmpty() ? "Revision " : doing + "revision ")
                .append(step.revision())
                .append(" of ")
                .append(step.database())
                .append(" failed");
        statement.ifPresentOrElse(
                planned -> text.append(" at \"")
                        .append(planned.operation())
                        .append("\":\n")
                        .append(withMark(planned.statement().sql().text(), position(cause))
                                .indent(4)
                                .stripTrailing())
                        .append('\n'),
                () -> text.append(" when it was committed:\n"));
        server(cause)
                .ifPresentOrElse(
                        server -> text.append(said(server)),
                        () -> text.append("  ").append(cause.getMessage()).append('\n'));
        return text.append(remains).toString();
    }

    private static Optional<ServerErrorMessage> server(SQLException cause) {
        return cause instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage())
                : Optional.empty();
    }

    private static int position(SQLException cause) {
        return server(cause)
                .map(server -> server.getInternalPosition() > 0 ? server.getInternalPosition() : server.getPosition())
                .orElse(0);
    }

    private static String said(ServerErrorMessage server) {
        String text = "  " + server.getSeverity() + " " + server.getSQLState() + ": " + server.getMessage() + '\n';
        String detail = server.getDetail() == null ? "" : "  detail: " + server.getDetail() + '\n';
        String hint = server.getHint() == null ? "" : "  hint: " + server.getHint() + '\n';
        return text + detail + hint;
    }

    /** The statement with a mark under the character at a position; the first has the position 1, and 0 means that there is none. */
    private static String withMark(String sql, int position) {
        if (position < 1 || position > sql.length()) {
            return sql;
        }
        int start = sql.lastIndexOf('\n', position - 2) + 1;
        int end = sql.indexOf('\n', position - 1);
        int lineEnd = end < 0 ? sql.length() : end;
        return sql.substring(0, lineEnd) + '\n' + " ".repeat(position - 1 - start) + '^' + sql.substring(lineEnd);
    }
}
