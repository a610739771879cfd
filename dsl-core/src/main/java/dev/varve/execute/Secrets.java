package dev.varve.execute;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds passwords in texts that are going to be shown or stored. */
final class Secrets {

    private static final String HIDDEN = "***";

    private static final List<Pattern> PATTERNS = List.of(
            // parameters of a URL: password=..., sslpassword=...
            Pattern.compile("(?i)((?:^|[?&;,\\s{])\\w*(?:password|passwd|pwd)\\s*=\\s*)(?!\\s)[^&;,\\s}\"']+"),
            // the user part of a URL: //user:password@
            Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+(?=@)"),
            // SQL: create role ... password '...'; user mapping options (password '...')
            Pattern.compile("(?i)(\\bpassword\\s+)e?'(?:[^']|'')*'"),
            // connection strings inside SQL: 'host=... password=''...'''
            Pattern.compile("(?i)(\\bpassword\\s*=\\s*)'+(?:[^']|'')*'+"));

    private Secrets() {}

    static String hidden(String text) {
        String result = text;
        for (Pattern pattern : PATTERNS) {
            result = pattern.matcher(result).replaceAll("$1" + HIDDEN.replace("$", "\\$"));
        }
        return result;
    }

    /** The same error, or one with the same stack whose message says less. */
    static Throwable hidden(Throwable error) {
        if (chain(error).allMatch(e -> hidden(textOf(e)).equals(textOf(e)))) {
            return error;
        }
        SQLException copy = new SQLException(hidden(textOf(error)), stateOf(error));
        copy.setStackTrace(error.getStackTrace());
        Optional.ofNullable(error.getCause()).ifPresent(cause -> copy.initCause(hidden(cause)));
        return copy;
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause);
    }

    private static String textOf(Throwable error) {
        return Optional.ofNullable(error.getMessage()).orElse(error.getClass().getName());
    }

    private static String stateOf(Throwable error) {
        return ServerError.of(error).state();
    }
}
