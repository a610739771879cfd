package dev.varve.cli;

import picocli.CommandLine.Option;

/** The option that names the database of a command that is about one. */
final class NamedDatabase {

    @Option(
            names = {"-d", "--database"},
            required = true,
            paramLabel = "NAME",
            description = "The database.")
    private String name = "";

    String name() {
        return name;
    }
}
