package dev.varve.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a new revision with places such as <code>${id}</code>. */
record RevisionTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final String STANDARD = "Revision.java.template";

    /**
     * A template of the user's.
     *
     * @throws CliException if the file cannot be read
     */
    static RevisionTemplate in(Path file) {
        try {
            return new RevisionTemplate(Files.readString(file));
        } catch (IOException e) {
            throw new CliException("The template " + file + " cannot be read (" + e + ").", e);
        }
    }

    /** The template that comes with the library. */
    static RevisionTemplate standard() {
        try (InputStream in = RevisionTemplate.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its own resource " + STANDARD + ".");
            }
            return new RevisionTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a place of that name. */
    boolean has(String place) {
        return text.contains("${" + place + '}');
    }

    /** The text with a value in each place; a place of another name stays. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
