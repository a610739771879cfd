package dev.varve.introspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.varve.model.Publication;
import dev.varve.model.Publication.Operation;
import dev.varve.model.PublishedTable;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Publications with their tables and schemas. */
final class PublicationType implements ObjectType<Publication> {

    private record Published(long publication, Optional<PublishedTable> table) {}

    @Override
    public Class<Publication> type() {
        return Publication.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_publication");
    }

    @Override
    public List<Publication> introspect(Catalog catalog) {
        Map<Long, List<PublishedTable>> tables = tables(catalog);
        String sql = """
                select p.oid, '' as nspname, p.pubname, p.puballtables, p.pubviaroot, p.pubinsert, p.pubupdate, p.pubdelete,
                    p.pubtruncate, coalesce(to_jsonb(p) ->> 'pubgencols', 'n') = 's' as generated,
                    array(select n.nspname::text from pg_publication_namespace s join pg_namespace n on n.oid = s.pnnspid
                        where s.pnpubid = p.oid) as schemas
                from pg_publication p
                """;
        return catalog.own("pg_publication", sql, row -> {
            Publication publication = publication(row, tables.getOrDefault(row.number("oid"), List.of()));
            catalog.identify("pg_publication", row.number("oid"), publication.id());
            return publication;
        });
    }

    private static Map<Long, List<PublishedTable>> tables(Catalog catalog) {
        String sql = """
                select r.prpubid, r.prrelid, pg_get_expr(r.prqual, r.prrelid) as condition,
                    array(select a.attname::text from unnest(r.prattrs) k join pg_attribute a on a.attrelid = r.prrelid
                        and a.attnum = k) as columns
                from pg_publication_rel r
                """;
        return catalog.query(sql, row -> new Published(row.number("prpubid"), table(row, catalog))).stream()
                .filter(published -> published.table().isPresent())
                .collect(groupingBy(
                        Published::publication,
                        mapping(published -> published.table().orElseThrow(), toList())));
    }

    private static Optional<PublishedTable> table(Row row, Catalog catalog) {
        return catalog.identified("pg_class", row.number("prrelid"))
                .map(relation -> new PublishedTable(
                        relation,
                        Set.copyOf(row.texts("columns")),
                        row.find("condition").map(Expression::printed)));
    }

    private static Publication publication(Row row, List<PublishedTable> tables) {
        Set<Operation> operations = Stream.of(Operation.values())
                .filter(operation -> row.is("pub" + operation.name().toLowerCase(Locale.ROOT)))
                .collect(toSet());
        return new Publication(
                row.text("pubname"),
                row.is("puballtables"),
                tables,
                Set.copyOf(row.texts("schemas")),
                operations,
                row.is("pubviaroot"),
                row.is("generated"));
    }
}
