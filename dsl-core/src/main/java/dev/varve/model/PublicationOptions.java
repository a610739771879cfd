package dev.varve.model;

import dev.varve.model.Publication.Operation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a publication publishes what it lists (<a
 * href="https://www.postgresql.org/docs/current/sql-createpublication.html#SQL-CREATEPUBLICATION-PARAMS-WITH">options</a>).
 */
record PublicationOptions(Set<Operation> operations, boolean viaRoot, boolean generatedColumns) {

    static PublicationOptions of(Publication publication) {
        return new PublicationOptions(publication.operations(), publication.viaRoot(), publication.generatedColumns());
    }

    /** Those that are not what PostgreSQL takes where nothing is said. */
    Options unusual() {
        Options none = Options.none();
        Options published =
                operations.size() == Operation.values().length ? none : none.and("publish", operationNames());
        Options rooted = viaRoot ? published.and("publish_via_partition_root", "true") : published;
        return generatedColumns ? rooted.and("publish_generated_columns", "stored") : rooted;
    }

    /** Everything is said anew, because PostgreSQL resets no option; but only servers from version 18 on know the last. */
    Options anewAfter(PublicationOptions old) {
        Options all = Options.none()
                .and("publish", operationNames())
                .and("publish_via_partition_root", String.valueOf(viaRoot));
        return generatedColumns == old.generatedColumns
                ? all
                : all.and("publish_generated_columns", generatedColumns ? "stored" : "none");
    }

    private String operationNames() {
        return operations.stream()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
