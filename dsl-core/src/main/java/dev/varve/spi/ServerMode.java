package dev.varve.spi;

import dev.varve.model.Environment;
import java.util.function.UnaryOperator;

/**
 * A way of treating servers that somebody has to choose, by {@code Migrator.builder().mode(...)} or as {@code --name} on the command line.
 *
 * @param name a word for the command line
 * @param description what it does, in a sentence
 * @param change what is known of a server that is treated so
 */
public record ServerMode(String name, String description, UnaryOperator<Environment> change) {}
