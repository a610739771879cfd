package dev.varve.timescale.model;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of TimescaleDB. */
public record TimescaleVersion(int major, int minor) implements Comparable<TimescaleVersion> {

    /** The oldest version for which the library writes SQL. */
    public static final TimescaleVersion OLDEST = new TimescaleVersion(2, 11);

    /** The newest version on which the library was tried. */
    public static final TimescaleVersion NEWEST = new TimescaleVersion(2, 27);

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+).*");

    private static final Comparator<TimescaleVersion> ORDER =
            Comparator.comparingInt(TimescaleVersion::major).thenComparingInt(TimescaleVersion::minor);

    /**
     * The version that {@code pg_extension.extversion} writes so.
     *
     * @throws IllegalArgumentException if it does not begin with two numbers
     */
    public static TimescaleVersion of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not look like a version of TimescaleDB.");
        }
        return new TimescaleVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Whether this is 2.minor or later. */
    public boolean atLeast(int minorOfTwo) {
        return compareTo(new TimescaleVersion(2, minorOfTwo)) >= 0;
    }

    @Override
    public int compareTo(TimescaleVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
