package dev.varve.cli;

import dev.varve.spi.ServerMode;
import picocli.CommandLine.Model.ISetter;

/** What an option such as {@code --plain} does. */
record ModeSetter(CliContext context, ServerMode mode) implements ISetter {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T value) {
        context.treat(mode, Boolean.TRUE.equals(value));
        return value;
    }
}
