package dev.varve.introspect;

import dev.varve.model.Column;
import dev.varve.model.Domain;
import dev.varve.model.RefusedException;
import dev.varve.model.Suggestion;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The collations that come with a server, as far as they are for the encoding of the database: which these are depends on its operating
 * system (<a href="https://www.postgresql.org/docs/current/collation.html#COLLATION-MANAGING">documentation</a>).
 */
final class CollationsOfServer {

    private CollationsOfServer() {}

    /**
     * Looks for collations that operations need and the server does not have.
     *
     * @throws RefusedException if there is one
     */
    static void check(Catalog catalog, List<Operation> coming) {
        List<Operation> collated = coming.stream()
                .filter(operation -> named(operation).findAny().isPresent())
                .toList();
        if (collated.isEmpty()) {
            return;
        }
        Set<String> there = new HashSet<>(catalog.query("""
                select collname from pg_collation
                where collnamespace = 'pg_catalog'::regnamespace
                    and collencoding in (-1, (select encoding from pg_database where datname = current_database()))
                """, row -> row.text("collname")));
        collated.forEach(operation -> named(operation)
                .filter(name -> !there.contains(name))
                .findFirst()
                .ifPresent(name -> refuse(operation, name, there)));
    }

    private static void refuse(Operation operation, String name, Set<String> there) {
        throw new RefusedException(
                operation.footprint().provides().stream()
                        .findFirst()
                        .orElseGet(() ->
                                operation.footprint().requires().iterator().next()),
                "It is not possible to " + operation.description() + ": the server has no collation \"" + name
                        + "\" for the encoding of this database." + Suggestion.of(name, there)
                        + " \"select collname from pg_collation\" lists them; one of ICU, such as \"de-x-icu\", is the same"
                        + " on every machine, and collation(...) makes one.");
    }

    /** The names that are not those of collations that a migration makes. */
    private static Stream<String> named(Operation operation) {
        return collations(operation)
                .flatMap(Optional::stream)
                .filter(name -> name.schema().isEmpty() && !name.equals(Column.DEFAULT_COLLATION))
                .map(QualifiedName::name);
    }

    private static Stream<Optional<QualifiedName>> collations(Operation operation) {
        if (operation instanceof CreateObject creation && creation.object() instanceof Table table) {
            return table.columns().stream().map(Column::collation);
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Domain domain) {
            return Stream.of(domain.collation());
        }
        if (operation instanceof AddColumn added) {
            return Stream.of(added.column().collation());
        }
        return operation instanceof AlterColumnType change ? Stream.of(change.collation()) : Stream.of();
    }
}
