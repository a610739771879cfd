package dev.varve.introspect;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A version of Flyway: numbers with points or lines between them, of which {@code 1.10} comes after {@code 1.9}.
 *
 * @param text as it is written; empty if there is none
 */
record FlywayVersion(String text) implements Comparable<FlywayVersion> {

    private List<BigInteger> numbers() {
        return Stream.of(text.split("\\D+"))
                .filter(part -> !part.isEmpty())
                .map(BigInteger::new)
                .toList();
    }

    @Override
    public int compareTo(FlywayVersion other) {
        BigInteger[] own = numbers().toArray(BigInteger[]::new);
        int order = Arrays.compare(own, other.numbers().toArray(BigInteger[]::new));
        return order != 0 ? order : text.compareTo(other.text);
    }
}
