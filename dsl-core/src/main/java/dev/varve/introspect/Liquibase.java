package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool of that name. Its table {@code databasechangelog} has a row for each changeset that was executed or marked (<a
 * href="https://docs.liquibase.com/concepts/tracking-tables/databasechangelog-table.html">documentation</a>).
 */
record Liquibase() implements OtherTool {

    private static final String LAST = """
            select id, author, filename, coalesce(tag, '') as tag, count(*) over () as executed from {}
            order by dateexecuted desc, orderexecuted desc limit 1
            """;

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public boolean keeps(Set<String> columns) {
        return columns.containsAll(
                Set.of("id", "author", "filename", "dateexecuted", "orderexecuted", "exectype", "md5sum", "tag"));
    }

    @Override
    public OtherHistory read(QualifiedName table, Catalog catalog) {
        List<String> last = catalog.query(Sql.of(LAST, table).text(), row -> {
            String tag = row.text("tag").isEmpty() ? "" : ", tagged " + row.text("tag");
            return "changeset " + row.text("id") + " by " + row.text("author") + " in " + row.text("filename")
                    + ", the last of " + row.number("executed") + tag;
        });
        String position = last.isEmpty() ? "no changeset" : last.get(0);
        return new OtherHistory(name(), table, Optional.of(position), List.of());
    }
}
