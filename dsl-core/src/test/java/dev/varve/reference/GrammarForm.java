package dev.varve.reference;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One form or option of a command of PostgreSQL, as its key words in their order.
 *
 * @param since the first major version that has it
 * @param words with {@code ~} where something else stands between them
 */
record GrammarForm(int since, String command, String words) {

    /** The form that a line of {@code grammar.txt} tells. */
    static GrammarForm of(String line) {
        String[] parts = line.split(" \\| ");
        return new GrammarForm(Integer.parseInt(parts[0].strip()), parts[1].strip(), parts[2].strip());
    }

    /** Finds statements of that form, in small letters and without more space than it takes. */
    Predicate<String> statements() {
        Predicate<String> ofCommand = head().asPredicate();
        return words.equals(command) ? ofCommand : ofCommand.and(pattern().asPredicate());
    }

    /** Between {@code create} and what is created a few words may stand. */
    private Pattern head() {
        String between = "( (or replace|unique|constraint|unlogged|recursive|trusted|default))* ";
        return Pattern.compile('^' + command.replaceFirst("^create ", "create" + between) + "(?![a-z_])");
    }

    private Pattern pattern() {
        return Pattern.compile("(?<![a-z_])" + words.replace(" ~ ", "(?![a-z_]).*(?<![a-z_])") + "(?![a-z_])");
    }

    @Override
    public String toString() {
        return command + ": " + words.replace(" ~ ", " ... ");
    }
}
