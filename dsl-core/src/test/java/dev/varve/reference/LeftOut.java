package dev.varve.reference;

/**
 * Forms that the DSL does not have, with the reason.
 *
 * @param command a regular expression for their commands
 * @param words a regular expression for their key words
 */
record LeftOut(String command, String words, String reason) {

    /** What a line of {@code left-out.txt} tells. */
    static LeftOut of(String line) {
        String[] parts = line.split(" \\| ");
        return new LeftOut(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    boolean isAbout(GrammarForm form) {
        return form.command().matches(command) && form.words().matches(words);
    }
}
