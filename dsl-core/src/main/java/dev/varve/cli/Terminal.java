package dev.varve.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** Where the commands write: colored where that is a terminal which shows colors. */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean capable;
    private final Respondent respondent;
    private boolean color;

    Terminal(PrintWriter out, PrintWriter err, Map<String, String> environment, Respondent respondent) {
        this.respondent = respondent;
        this.out = out;
        this.err = err;
        this.capable = System.console() != null
                && !environment.containsKey("NO_COLOR")
                && !"dumb".equals(environment.get("TERM"))
                && environment.containsKey("TERM");
    }

    void color(boolean wanted) {
        color = wanted && capable;
    }

    /** Whether somebody sits before it who can see lines change. */
    boolean isInteractive() {
        return capable;
    }

    /** Who can be asked. */
    Respondent respondent() {
        return respondent;
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Writes over the current line. */
    void overwrite(String line) {
        out.print("\r\u001b[2K" + line);
        out.flush();
    }

    void error(String line) {
        err.println(line);
        err.flush();
    }

    /** A remark that is no part of the result. */
    void note(String line) {
        error(line);
    }

    /** Prints rows with their columns below each other. */
    void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(i -> rows.stream()
                        .filter(r -> r.size() > i)
                        .mapToInt(r -> r.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            String line = IntStream.range(0, row.size())
                    .mapToObj(
                            i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining("  "));
            print(line.stripTrailing());
        }
    }

    String good(String text) {
        return styled("fg(green)", text);
    }

    String bad(String text) {
        return styled("fg(red)", text);
    }

    String faint(String text) {
        return styled("faint", text);
    }

    private String styled(String style, String text) {
        return color ? Ansi.ON.string("@|" + style + ' ' + text.replace("|@", "| @") + "|@") : text;
    }
}
