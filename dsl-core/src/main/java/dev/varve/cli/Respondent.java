package dev.varve.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Whoever sits before the terminal and can be asked. */
@FunctionalInterface
interface Respondent {

    /** There is no terminal. */
    Respondent NOBODY = question -> Optional.empty();

    /** The line that comes as an answer; nothing if there is nobody who gives one. */
    Optional<String> answer(String question);

    /** Whether it is so, which it is not if the answer is an empty line; nothing if there is nobody who answers. */
    default Optional<Boolean> agrees(String question) {
        Optional<String> line = answer(question + " [y/N] ");
        while (line.isPresent()) {
            String word = line.get().strip().toLowerCase(Locale.ROOT);
            if (word.equals("y") || word.equals("yes")) {
                return Optional.of(true);
            }
            if (word.isEmpty() || word.equals("n") || word.equals("no")) {
                return Optional.of(false);
            }
            line = answer("Say y for yes or n for no: ");
        }
        return Optional.empty();
    }

    /** Whoever sits before the terminal of the process, if it has one for both input and output. */
    static Respondent console() {
        return Optional.ofNullable(System.console()).map(Respondent::of).orElse(NOBODY);
    }

    private static Respondent of(Console console) {
        return question -> Optional.ofNullable(console.readLine("%s", question));
    }
}
