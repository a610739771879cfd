package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lock of Liquibase, which is a row and stays when the process is killed that holds it (<a
 * href="https://docs.liquibase.com/concepts/tracking-tables/databasechangeloglock-table.html">documentation</a>).
 */
record LiquibaseLock() implements OtherTool {

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public boolean keeps(Set<String> columns) {
        return columns.equals(Set.of("id", "locked", "lockgranted", "lockedby"));
    }

    @Override
    public OtherHistory read(QualifiedName table, Catalog catalog) {
        String sql = Sql.of(
                        "select coalesce(lockedby, 'somebody') as lockedby, coalesce(lockgranted::text, 'long ago') as since"
                                + " from {} where locked",
                        table)
                .text();
        List<String> troubles = catalog.query(
                sql,
                row -> "Liquibase is locked by " + row.text("lockedby") + " since " + row.text("since")
                        + ": it is at work, or was killed. Wait for it, or run \"liquibase release-locks\"");
        return new OtherHistory(name(), table, Optional.empty(), troubles);
    }
}
