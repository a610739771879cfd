package dev.varve.introspect;

import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.Options;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;

/** Foreign servers. */
final class ForeignServerType implements ObjectType<ForeignServer> {

    @Override
    public Class<ForeignServer> type() {
        return ForeignServer.class;
    }

    @Override
    public List<ForeignServer> introspect(Catalog catalog) {
        String sql = """
                select s.oid, '' as nspname, s.srvname, w.fdwname, s.srvtype, s.srvversion, coalesce(s.srvoptions, '{}') as options
                from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
                """;
        return catalog.own("pg_foreign_server", sql, row -> {
            ForeignServer server = new ForeignServer(
                    row.text("srvname"),
                    ForeignDataWrapper.id(row.text("fdwname")),
                    row.find("srvtype"),
                    row.find("srvversion"),
                    options(row));
            catalog.identify("pg_foreign_server", row.number("oid"), server.id());
            return server;
        });
    }

    /** The options of a row, which PostgreSQL keeps as texts of the form {@code name=value}. */
    static ForeignOptions options(Row row) {
        return ForeignOptions.of(Options.stored(row.texts("options")).values());
    }
}
