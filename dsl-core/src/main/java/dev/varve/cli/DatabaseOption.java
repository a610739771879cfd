package dev.varve.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that picks one database. */
final class DatabaseOption {

    @Option(
            names = {"-d", "--database"},
            paramLabel = "NAME",
            description = "Only this database; all of them by default.")
    private Optional<String> name = Optional.empty();

    Optional<String> name() {
        return name;
    }

    /** The database that was picked, or else all of them. */
    List<String> databases(CliContext context) {
        return name.map(context::database).map(List::of).orElseGet(context::databasesOrRemark);
    }
}
