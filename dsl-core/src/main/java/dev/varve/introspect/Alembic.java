package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool of SQLAlchemy. Its table has a row for each revision after which nothing is applied (<a
 * href="https://alembic.sqlalchemy.org/en/latest/branches.html">documentation</a>), so that none is a database before all revisions, and
 * several are branches.
 */
record Alembic() implements OtherTool {

    @Override
    public String name() {
        return "Alembic";
    }

    @Override
    public boolean keeps(Set<String> columns) {
        return columns.equals(Set.of("version_num"));
    }

    @Override
    public OtherHistory read(QualifiedName table, Catalog catalog) {
        List<String> heads = catalog.query(
                Sql.of("select version_num from {} order by version_num", table).text(),
                row -> row.text("version_num"));
        return new OtherHistory(name(), table, Optional.of(position(heads)), List.of());
    }

    private static String position(List<String> heads) {
        if (heads.isEmpty()) {
            return "base";
        }
        return heads.size() == 1 ? heads.get(0) : String.join(" and ", heads) + ", which are heads of branches";
    }
}
