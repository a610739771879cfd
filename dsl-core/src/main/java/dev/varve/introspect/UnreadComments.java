package dev.varve.introspect;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Map;

/** Comments on what is no object of the state and part of none, so that they are reported instead of passed over. */
final class UnreadComments {

    /**
     * What may have a comment beside the objects. The comments on the checks of a domain are read with it; what
     * extensions or PostgreSQL brought is theirs, as are the comments on extensions that begin as they themselves say, and large objects are data.
     */
    private static final String SQL = """
            select c.relname as catalog, d.objoid, d.objsubid,
                case when c.relname = 'pg_class' then coalesce(i.indrelid, d.objoid)
                    else coalesce(nullif(k.conrelid, 0), t.tgrelid, p.polrelid, r.ev_class, 0) end as relation,
                case when k.contype = 'c' then k.contypid else 0 end as domain
            from pg_description d
            join pg_class c on c.oid = d.classoid
            left join pg_index i on c.relname = 'pg_class' and i.indexrelid = d.objoid
            left join pg_constraint k on c.relname = 'pg_constraint' and k.oid = d.objoid
            left join pg_trigger t on c.relname = 'pg_trigger' and t.oid = d.objoid
            left join pg_policy p on c.relname = 'pg_policy' and p.oid = d.objoid
            left join pg_rewrite r on c.relname = 'pg_rewrite' and r.oid = d.objoid
            where d.objoid >= 16384 and c.relname <> 'pg_largeobject'
                and (c.relname <> 'pg_extension' or not exists (
                    select from pg_extension x join pg_available_extensions a on a.name = x.extname
                    where x.oid = d.objoid and starts_with(d.description, coalesce(a.comment, ''))))
                and not exists (select from pg_depend e
                    where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e')
            """;

    /** The catalog under which the comments that other kinds of objects have read are remembered. */
    static final String READ = "comment on ";

    private record Said(CatalogPlace place, long relation, long domain) {

        Said(Row row) {
            this(
                    new CatalogPlace(row.text("catalog"), row.number("objoid"), row.number("objsubid")),
                    row.number("relation"),
                    row.number("domain"));
        }

        boolean isRead(Catalog read) {
            return place.isRead(read)
                    || read.identified(READ + place.catalog(), place.oid()).isPresent()
                    || read.identified("pg_type", domain).isPresent();
        }

        boolean isOwn(String schema, Catalog read) {
            return relation == 0 ? read.isOwn(place.catalog(), place.oid(), schema) : read.isOwn(relation);
        }
    }

    private UnreadComments() {}

    /** Reports every comment of users that nobody has read. */
    static void report(Catalog catalog) {
        List<Said> unread = catalog.query(SQL, Said::new).stream()
                .filter(said -> !said.isRead(catalog))
                .toList();
        Map<String, CatalogAddress> addresses =
                CatalogAddress.byKey(unread.stream().map(Said::place).toList(), catalog);
        unread.stream()
                .filter(said -> addresses.containsKey(said.place().key()))
                .filter(said -> said.isOwn(addresses.get(said.place().key()).schema(), catalog))
                .map(said -> "comment on " + addresses.get(said.place().key()).words())
                .sorted()
                .forEach(catalog::unreadable);
    }
}
