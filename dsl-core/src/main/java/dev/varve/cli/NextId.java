package dev.varve.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of the form {@code 20250411_0006}: the day, and a number that grows over all revisions of that form. */
record NextId(Collection<String> existing, LocalDate today) {

    private static final Pattern FORM = Pattern.compile("\\d{8}_(?<number>\\d{4,})");

    String id() {
        int last = existing.stream()
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group("number")))
                .max()
                .orElse(0);
        return String.format("%s_%04d", today.format(DateTimeFormatter.BASIC_ISO_DATE), last + 1);
    }
}
