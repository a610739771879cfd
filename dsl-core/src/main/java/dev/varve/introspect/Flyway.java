package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool of Redgate. Its table has a row for each migration that was run, undone, failed or marked (<a
 * href="https://documentation.red-gate.com/fd/flyway-schema-history-table-273973417.html">documentation</a>); a migration without a version
 * is repeated whenever it changes.
 */
record Flyway() implements OtherTool {

    private record Migration(FlywayVersion version, String description, String type, String script, boolean success) {

        /** It takes back or forgets one that came before it. */
        boolean isRemoval() {
            return type.startsWith("UNDO") || type.equals("DELETE");
        }

        boolean isSame(Migration other) {
            return version.equals(other.version) && (!version.text().isEmpty() || script.equals(other.script));
        }

        String words() {
            return version.text().isEmpty()
                    ? "\"" + description + '"'
                    : "version " + version.text() + ", \"" + description + '"';
        }
    }

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public boolean keeps(Set<String> columns) {
        return columns.containsAll(Set.of("installed_rank", "version", "description", "type", "script", "success"));
    }

    @Override
    public OtherHistory read(QualifiedName table, Catalog catalog) {
        String sql = Sql.of(
                        "select coalesce(version, '') as version, description, type, script, success from {}"
                                + " order by installed_rank",
                        table)
                .text();
        List<Migration> applied = new ArrayList<>();
        catalog.query(sql, Flyway::migration).forEach(migration -> {
            applied.removeIf(migration::isSame);
            if (!migration.isRemoval()) {
                applied.add(migration);
            }
        });
        return new OtherHistory(name(), table, Optional.of(position(applied)), troubles(applied));
    }

    private static Migration migration(Row row) {
        return new Migration(
                new FlywayVersion(row.text("version")),
                row.text("description"),
                row.text("type"),
                row.text("script"),
                row.is("success"));
    }

    private static String position(List<Migration> applied) {
        return applied.stream()
                .filter(migration ->
                        migration.success() && !migration.version().text().isEmpty())
                .max((one, other) -> one.version().compareTo(other.version()))
                .map(Migration::words)
                .orElse("no version");
    }

    private static List<String> troubles(List<Migration> applied) {
        return applied.stream()
                .filter(migration -> !migration.success())
                .map(failed -> "Flyway failed at " + failed.words() + " (" + failed.script()
                        + "), and part of that may be there. Bring the database in order and run \"flyway repair\"")
                .toList();
    }
}
