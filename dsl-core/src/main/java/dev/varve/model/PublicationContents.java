package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a publication lists in its statements: tables, and schemas of which every table is published. */
record PublicationContents(List<PublishedTable> tables, Set<String> schemas) {

    static PublicationContents of(Publication publication) {
        return new PublicationContents(publication.tables(), publication.schemas());
    }

    boolean isEmpty() {
        return tables.isEmpty() && schemas.isEmpty();
    }

    Sql clause(Database database) {
        Stream<Sql> all =
                schemas.stream().map(schema -> Sql.of("tables in schema {}", QualifiedName.unqualified(schema)));
        return Sql.join(
                ", ",
                Stream.concat(tables.stream().map(table -> table.clause(database)), all)
                        .toList());
    }

    /** The same without columns and conditions, as {@code drop} takes it. */
    PublicationContents bare() {
        return new PublicationContents(
                tables.stream()
                        .map(table -> new PublishedTable(table.table(), Set.of(), Optional.empty()))
                        .toList(),
                schemas);
    }
}
