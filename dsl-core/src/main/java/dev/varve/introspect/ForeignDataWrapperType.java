package dev.varve.introspect;

import dev.varve.model.ForeignDataWrapper;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Foreign data wrappers that came with no extension. */
final class ForeignDataWrapperType implements ObjectType<ForeignDataWrapper> {

    @Override
    public Class<ForeignDataWrapper> type() {
        return ForeignDataWrapper.class;
    }

    @Override
    public List<ForeignDataWrapper> introspect(Catalog catalog) {
        String sql = """
                select w.oid, '' as nspname, w.fdwname, coalesce(w.fdwoptions, '{}') as options, h.proname as handler, hn.nspname as handler_schema,
                    v.proname as validator, vn.nspname as validator_schema
                from pg_foreign_data_wrapper w
                left join pg_proc h on h.oid = w.fdwhandler left join pg_namespace hn on hn.oid = h.pronamespace
                left join pg_proc v on v.oid = w.fdwvalidator left join pg_namespace vn on vn.oid = v.pronamespace
                """;
        return catalog.own("pg_foreign_data_wrapper", sql, row -> {
            ForeignDataWrapper wrapper = new ForeignDataWrapper(
                    row.text("fdwname"),
                    function("handler", row),
                    function("validator", row),
                    ForeignServerType.options(row));
            catalog.identify("pg_foreign_data_wrapper", row.number("oid"), wrapper.id());
            return wrapper;
        });
    }

    private static Optional<QualifiedName> function(String column, Row row) {
        return row.find(column).map(name -> QualifiedName.of(row.text(column + "_schema"), name));
    }
}
