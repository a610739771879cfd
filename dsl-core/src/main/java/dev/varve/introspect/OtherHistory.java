package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table in which another migration tool remembers where a database stands. It is that tool's affair, and no part of the schema.
 *
 * @param tool the name of the tool
 * @param table where it is
 * @param position what it says, as the tool itself would; empty if the table is for something else
 * @param troubles why the database may not be what the tool says, in words
 */
public record OtherHistory(String tool, QualifiedName table, Optional<String> position, List<String> troubles) {

    /** A copy that cannot be changed. */
    public OtherHistory {
        troubles = List.copyOf(troubles);
    }

    private record Found(long oid, QualifiedName name, OtherTool tool, boolean readable) {

        OtherHistory history(Catalog catalog) {
            return readable
                    ? tool.read(name, catalog)
                    : new OtherHistory(
                            tool.name(),
                            name,
                            Optional.of("a place that is unknown, for there is no right to read it"),
                            List.of());
        }
    }

    /** What says in this database where other tools think that it stands. */
    static List<OtherHistory> in(Catalog catalog) {
        return found(catalog).map(found -> found.history(catalog)).toList();
    }

    /** The oids of such tables. */
    static Set<Long> hidden(Catalog catalog) {
        return found(catalog).map(Found::oid).collect(Collectors.toSet());
    }

    /** They are known by their columns, for all tools let their users choose the name. */
    private static Stream<Found> found(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname,
                    has_schema_privilege(c.relnamespace, 'usage') and has_table_privilege(c.oid, 'select') as readable,
                    array_agg(a.attname::text) as columns
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind = 'r' and c.oid in (select m.attrelid from pg_attribute m
                    where m.attname in ('version_num', 'installed_rank', 'orderexecuted', 'lockgranted'))
                group by c.oid, n.nspname, c.relname order by n.nspname, c.relname
                """;
        return catalog
                .query(
                        sql,
                        row -> OtherTool.of(Set.copyOf(row.texts("columns")))
                                .map(tool -> new Found(
                                        row.number("oid"),
                                        QualifiedName.of(row.text("nspname"), row.text("relname")),
                                        tool,
                                        row.is("readable"))))
                .stream()
                .flatMap(Optional::stream);
    }
}
