package dev.varve.introspect;

import dev.varve.model.Collation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** Collations that users made. */
final class CollationType implements ObjectType<Collation> {

    /** Where a locale stands changed in PostgreSQL 17, and so did what else there is; as JSON every column may be missing. */
    private static final String SQL = """
            select c.oid, n.nspname, c.collname, c.collprovider::text as provider, c.collisdeterministic as deterministic,
                coalesce(r.row ->> 'collcollate', r.row ->> 'colllocale', r.row ->> 'colliculocale') as collate,
                coalesce(r.row ->> 'collctype', r.row ->> 'colllocale', r.row ->> 'colliculocale') as ctype,
                r.row ->> 'collicurules' as rules
            from pg_collation c join pg_namespace n on n.oid = c.collnamespace cross join lateral (select to_jsonb(c) as row) r
            """;

    @Override
    public Class<Collation> type() {
        return Collation.class;
    }

    @Override
    public List<Collation> introspect(Catalog catalog) {
        return catalog.own("pg_collation", SQL, row -> {
            Collation collation = collation(row);
            catalog.identify("pg_collation", row.number("oid"), collation.id());
            return collation;
        });
    }

    private static Collation collation(Row row) {
        return new Collation(
                QualifiedName.of(row.text("nspname"), row.text("collname")),
                provider(row.text("provider")),
                row.text("collate"),
                row.text("ctype"),
                row.is("deterministic"),
                row.find("rules"));
    }

    private static Collation.Provider provider(String code) {
        return switch (code) {
            case "i" -> Collation.Provider.ICU;
            case "b" -> Collation.Provider.BUILTIN;
            default -> Collation.Provider.LIBC;
        };
    }
}
