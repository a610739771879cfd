package dev.varve.cli;

import picocli.CommandLine.Model.ISetter;

/** What an option such as {@code --skip-market} does. */
record SkipSetter(CliContext context, String database) implements ISetter {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T value) {
        context.skip(database, Boolean.TRUE.equals(value));
        return value;
    }
}
