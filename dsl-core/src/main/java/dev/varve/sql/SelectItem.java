package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One of the things that a query selects.
 *
 * @param begin where it begins in the text
 * @param end where the next one begins, or what comes after the last one
 */
record SelectItem(SqlText text, int begin, int end) {

    /** What is called like the column in it, although it looks like a call. */
    private static final Set<String> CASTS = Set.of("cast", "treat");

    /** Those between two places of a text. */
    static List<SelectItem> between(SqlText text, int begin, int end) {
        List<SelectItem> items = new ArrayList<>();
        int start = begin;
        for (int i = begin; i < end; i = text.pastBrackets(i) + 1) {
            if (text.tokenAt(i).is(",")) {
                items.add(new SelectItem(text, start, i));
                start = i + 1;
            }
        }
        items.add(new SelectItem(text, start, end));
        return items;
    }

    boolean holds(int place) {
        return begin <= place && place < end;
    }

    /** The places of what is no space. */
    private List<Integer> places() {
        return IntStream.range(begin, end)
                .filter(i -> text.tokenAt(i).kind() != Kind.SPACE)
                .boxed()
                .toList();
    }

    /** Where it is said, outside of brackets, what it is called. */
    Optional<Integer> as() {
        for (int i = begin; i < end; i = text.pastBrackets(i) + 1) {
            if (text.tokenAt(i).text().equalsIgnoreCase("as")) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Where it names its column, if it is nothing but one, up to what it is called. */
    Optional<Integer> column() {
        int until = as().orElse(end);
        List<Integer> before = places().stream().filter(i -> i < until).toList();
        boolean plain = before.size() == 1
                || before.size() == 3 && text.tokenAt(before.get(1)).is(".");
        return Optional.of(text.previous(until))
                .filter(last -> plain && text.tokenAt(last).isName());
    }

    /** Whether it is said to be called so. */
    boolean isCalled(String name) {
        return as().isPresent() && text.tokenAt(text.previous(end)).name().equals(name);
    }

    /** Whether it is called the same whatever the columns in it are called: it is said, or it is a call of a function. */
    boolean isCalledForItself() {
        List<Integer> places = places();
        int last = places.size() > 3 && text.tokenAt(places.get(1)).is(".") ? 2 : 0;
        boolean isCall = places.size() > last + 1
                && text.tokenAt(places.get(last)).kind() == Kind.NAME
                && text.tokenAt(places.get(last + 1)).is("(")
                && !CASTS.contains(text.tokenAt(places.get(last)).name());
        return isCall || as().isPresent();
    }
}
