package dev.varve.jooq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The words, strings and signs of a text, and how deep in brackets each stands. */
final class Words {

    private static final Set<String> OPENING = Set.of("(", "[");
    private static final Set<String> CLOSING = Set.of(")", "]");

    private final List<String> words;
    private final List<Integer> depths = new ArrayList<>();

    Words(List<String> words) {
        this.words = List.copyOf(words);
        int depth = 0;
        for (String word : words) {
            depth -= CLOSING.contains(word) ? 1 : 0;
            depths.add(depth);
            depth += OPENING.contains(word) ? 1 : 0;
        }
    }

    int size() {
        return words.size();
    }

    /** The word in that place; nothing behind the last one. */
    String at(int place) {
        return place < words.size() ? words.get(place) : "";
    }

    int count(String word) {
        return Collections.frequency(words, word);
    }

    Words between(int from, int to) {
        return new Words(words.subList(from, to));
    }

    /** The places where a word stands in no brackets. */
    List<Integer> outermost(String word) {
        return outermost(Set.of(word));
    }

    /** The places where one of these words stands in no brackets. */
    List<Integer> outermost(Set<String> any) {
        return IntStream.range(0, words.size())
                .filter(i -> depths.get(i) == 0 && any.contains(words.get(i)))
                .boxed()
                .toList();
    }

    /** Where the bracket that opens in that place closes. */
    int closing(int open) {
        return IntStream.range(open + 1, words.size())
                .filter(i -> depths.get(i).equals(depths.get(open)))
                .findFirst()
                .orElse(words.size() - 1);
    }
}
