package dev.varve.source;

/**
 * What is said in a comment of Java, which neither ends it nor is read as a letter by its number.
 *
 * @param said what is to be said
 */
public record JavaComment(String said) {

    /** The words without {@code *}{@code /} and without a backslash before a {@code u}, which the compiler reads in comments, too. */
    public String text() {
        return said.replace("*/", "* /").replace("\\u", "\\ u");
    }

    /** The same on one line. */
    public String line() {
        return text().replaceAll("\\s+", " ");
    }
}
