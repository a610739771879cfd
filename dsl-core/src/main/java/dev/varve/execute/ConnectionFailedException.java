package dev.varve.execute;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** A database that could not be reached. The message names the database and the cause, and never holds a password. */
public final class ConnectionFailedException extends ExecutionException {

    private static final long serialVersionUID = 1L;

    ConnectionFailedException(String database, DataSourceAddress address, SQLException error) {
        this(database, " (" + address + ")", rootOf(error));
    }

    private ConnectionFailedException(String database, String address, SQLException error) {
        super("No connection to the database \"" + database + "\"" + address + ": " + reason(error), error);
    }

    /** A database to which a pool could not connect. */
    public static ConnectionFailedException of(String database, Exception error) {
        return new ConnectionFailedException(database, "", rootOf(error));
    }

    /** The innermost of the errors that came from the driver. */
    private static SQLException rootOf(Exception error) {
        SQLException root = error instanceof SQLException e ? e : new SQLException(error.getMessage());
        for (Throwable at = error; at != null; at = at.getCause()) {
            root = at instanceof PSQLException psql ? psql : root;
        }
        return root;
    }

    private static String reason(SQLException error) {
        String said = String.valueOf(error.getMessage()).strip().replaceAll("\\.$", "");
        if (error.getCause() instanceof UnknownHostException unknown) {
            return "there is no host \"" + unknown.getMessage() + "\". Check the host in the URL.";
        }
        return switch (String.valueOf(error.getSQLState())) {
            case "28P01" -> "the password is wrong (" + said + "). Check the user and the password.";
            case "08004" -> "the server refuses it (" + said + "). Check the user and the password.";
            case "28000" -> "the user is not allowed in (" + said + "). Check the user, and pg_hba.conf on the server.";
            case "3D000" ->
                "it does not exist on that server (" + said
                        + "). Create it (\"create database ...\"), or check the URL.";
            case "08001", "08006" ->
                "the server does not answer (" + said + "). Check that it runs, and the host and port in the URL.";
            case "53300" -> "the server has no connection left (" + said + "). Try again, or raise max_connections.";
            case "57P03" -> "the server is starting or stopping (" + said + "). Try again.";
            default -> said;
        };
    }
}
