package dev.varve.timescale;

import java.util.Optional;

/** What can be said only once. */
final class Once {

    private Once() {}

    /** Refuses to say something again, showing what was said first. */
    static void refuse(Optional<?> first, String word) {
        first.ifPresent(said -> {
            throw new IllegalArgumentException(word + " was already given as " + said + ".");
        });
    }
}
