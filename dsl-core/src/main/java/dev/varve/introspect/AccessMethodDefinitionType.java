package dev.varve.introspect;

import dev.varve.model.AccessMethodDefinition;
import dev.varve.model.AccessMethodDefinition.Purpose;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;

/** Access methods that came with no extension. */
final class AccessMethodDefinitionType implements ObjectType<AccessMethodDefinition> {

    @Override
    public Class<AccessMethodDefinition> type() {
        return AccessMethodDefinition.class;
    }

    @Override
    public List<AccessMethodDefinition> introspect(Catalog catalog) {
        String sql = "select m.oid, '' as nspname, m.amname, m.amtype = 'i' as index, "
                + FunctionName.of("m.amhandler", "handler") + " from pg_am m where m.oid >= 16384";
        return catalog.own("pg_am", sql, row -> {
            AccessMethodDefinition method = new AccessMethodDefinition(
                    row.text("amname"),
                    row.is("index") ? Purpose.INDEX : Purpose.TABLE,
                    FunctionName.in(row, "handler").orElseThrow());
            catalog.identify("pg_am", row.number("oid"), method.id());
            return method;
        });
    }
}
