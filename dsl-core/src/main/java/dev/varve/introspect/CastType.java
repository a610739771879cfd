package dev.varve.introspect;

import dev.varve.model.Cast;
import dev.varve.model.Cast.Context;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Casts that users made. */
final class CastType implements ObjectType<Cast> {

    private static final long FIRST_OWN_OID = 16384;

    @Override
    public Class<Cast> type() {
        return Cast.class;
    }

    @Override
    public List<Cast> introspect(Catalog catalog) {
        String sql = """
                select c.oid, '' as nspname, format_type(c.castsource, null) as source, format_type(c.casttarget, null) as target,
                    c.castfunc, c.castmethod::text as method, c.castcontext::text as context
                from pg_cast c where c.oid >=\s""" + FIRST_OWN_OID
                // PostgreSQL makes a cast from every range to its multirange
                + " and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'i')";
        return catalog.own("pg_cast", sql, row -> {
            Cast cast = cast(row, catalog);
            catalog.identify("pg_cast", row.number("oid"), cast.id());
            return cast;
        });
    }

    private static Cast cast(Row row, Catalog catalog) {
        Optional<ObjectId<Function>> function = catalog.identified("pg_proc", row.number("castfunc"))
                .map(id -> new ObjectId<>(Function.class, id.name(), id.detail()));
        if (function.isEmpty() && row.text("method").equals("f")) {
            catalog.unreadable("function of cast (" + row.text("source") + " as " + row.text("target") + ')');
        }
        return new Cast(
                TypeName.of(row.text("source")),
                TypeName.of(row.text("target")),
                function,
                row.text("method").equals("b"),
                context(row.text("context")));
    }

    private static Context context(String code) {
        return switch (code) {
            case "a" -> Context.ASSIGNMENT;
            case "i" -> Context.IMPLICIT;
            default -> Context.EXPLICIT;
        };
    }
}
