package dev.varve.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java source of a page, so that what it shows is what was compiled. */
record PageSource(String text) {

    private static final Path ROOT = Path.of("src", "test", "java");

    static PageSource of(Class<?> type) {
        try {
            return new PageSource(Files.readString(ROOT.resolve(type.getName().replace('.', '/') + ".java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matcher method(String name) {
        Matcher matcher = Pattern.compile(
                        "(?ms)^    (?:public )?void " + name + "\\(Changes changes\\) \\{\\n(.*?)^    }\\n")
                .matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no method " + name + "(Changes changes) in the source.");
        }
        return matcher;
    }

    /** Where a method stands. */
    int place(String name) {
        return method(name).start();
    }

    /** The statements of a method. */
    String body(String name) {
        return method(name).group(1).stripTrailing().stripIndent();
    }
}
