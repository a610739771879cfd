package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A migration tool that keeps a table in the databases that it migrates. */
interface OtherTool {

    /** Its name. */
    String name();

    /** Whether a table with these columns is one of its own. */
    boolean keeps(Set<String> columns);

    /** What such a table says. */
    OtherHistory read(QualifiedName table, Catalog catalog);

    /** The tool that keeps a table with these columns. */
    static Optional<OtherTool> of(Set<String> columns) {
        return List.<OtherTool>of(new Alembic(), new Flyway(), new Liquibase(), new LiquibaseLock()).stream()
                .filter(tool -> tool.keeps(columns))
                .findFirst();
    }
}
