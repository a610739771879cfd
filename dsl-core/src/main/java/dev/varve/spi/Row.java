package dev.varve.spi;

import java.util.List;
import java.util.Optional;

/** One row of a catalog query. */
public interface Row {

    /** A text that is not null. */
    String text(String column);

    /** A text that may be null. */
    Optional<String> find(String column);

    /** A number that is not null. */
    long number(String column);

    /** A truth value that is not null. */
    boolean is(String column);

    /** The elements of a text array; none if it is null. */
    List<String> texts(String column);

    /** The elements of an array of whole numbers; none if it is null. */
    List<Long> numbers(String column);

    /** The bytes of a {@code bytea} that is not null. */
    byte[] bytes(String column);
}
