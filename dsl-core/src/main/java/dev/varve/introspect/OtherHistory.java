package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table in which another migration tool remembers where a database stands. It is that tool's affair, and no part of the schema.
 *
 * @param tool the name of the tool
 * @param table where it is
 * @param position what it says, as the tool itself would
 */
public record OtherHistory(String tool, QualifiedName table, String position) {

    /** How one tool's table is known, and how it is read. */
    private enum Kind {
        ALEMBIC("Alembic", "alembic_version", "version_num", "select string_agg(version_num, ', ') from {}"),
        FLYWAY(
                "Flyway",
                "flyway_schema_history",
                "installed_rank",
                "select coalesce(version, description) from {} where success order by installed_rank desc limit 1"),
        LIQUIBASE(
                "Liquibase",
                "databasechangelog",
                "orderexecuted",
                "select id || ' by ' || author || ' in ' || filename from {} order by orderexecuted desc limit 1"),
        LIQUIBASE_LOCK("Liquibase", "databasechangeloglock", "lockgranted", "");

        private final String tool;
        private final String table;
        private final String column;
        private final String query;

        Kind(String tool, String table, String column, String query) {
            this.tool = tool;
            this.table = table;
            this.column = column;
            this.query = query;
        }
    }

    private record Found(long oid, QualifiedName name, Kind kind) {}

    /** What says in this database where other tools think that it stands. */
    static List<OtherHistory> in(Catalog catalog) {
        return found(catalog)
                .filter(found -> !found.kind().query.isEmpty())
                .map(found -> new OtherHistory(found.kind().tool, found.name(), position(found, catalog)))
                .toList();
    }

    private static String position(Found found, Catalog catalog) {
        String sql = "select (" + Sql.of(found.kind().query, found.name()).text() + ") as position";
        return catalog.query(sql, row -> row.find("position").orElse("nothing")).get(0);
    }

    /** The oids of such tables. */
    static Set<Long> hidden(Catalog catalog) {
        return found(catalog).map(Found::oid).collect(Collectors.toSet());
    }

    private static Stream<Found> found(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                where c.relkind = 'r' and (c.relname, a.attname) in (('alembic_version', 'version_num'),
                    ('flyway_schema_history', 'installed_rank'), ('databasechangelog', 'orderexecuted'),
                    ('databasechangeloglock', 'lockgranted'))
                order by n.nspname, c.relname
                """;
        return catalog
                .query(
                        sql,
                        row -> new Found(
                                row.number("oid"),
                                QualifiedName.of(row.text("nspname"), row.text("relname")),
                                kind(row.text("relname"), row.text("attname"))))
                .stream();
    }

    private static Kind kind(String table, String column) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.table.equals(table) && kind.column.equals(column))
                .findFirst()
                .orElseThrow();
    }
}
