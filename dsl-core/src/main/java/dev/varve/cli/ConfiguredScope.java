package dev.varve.cli;

import dev.varve.diff.Scope;
import java.util.stream.Stream;

/** What {@code varve.properties} says of what is compared: {@code include}, {@code exclude}, {@code ignore}, {@code owners} and {@code privileges}. */
record ConfiguredScope(Settings settings) {

    /**
     * What is compared of that. What is included of it already stays the only thing that is.
     *
     * @throws CliException if a pattern or a kind names nothing
     */
    Scope of(Scope whole) {
        try {
            Scope included = whole.included().isEmpty() ? whole.including(words("include")) : whole;
            Scope scope = included.excluding(words("exclude")).ignoring(words("ignore"));
            Scope owned = isOff("owners") ? scope.withoutOwners() : scope;
            return isOff("privileges") ? owned.withoutPrivileges() : owned;
        } catch (IllegalArgumentException e) {
            throw new CliException(e.getMessage(), e);
        }
    }

    private String[] words(String key) {
        return settings.property(key).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .filter(text -> !text.isBlank())
                .toArray(String[]::new);
    }

    private boolean isOff(String key) {
        return settings.property(key)
                .filter(value -> value.strip().equals("false"))
                .isPresent();
    }
}
