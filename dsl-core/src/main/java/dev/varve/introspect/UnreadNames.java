package dev.varve.introspect;

import dev.varve.spi.Catalog;

/**
 * Names that nobody reads of the parts that partitions have of indexes of their tables. PostgreSQL calls such a part after the partition and the
 * columns, as these are called then, with an ending for its kind: what ends so may have been chosen by it.
 */
final class UnreadNames {

    private static final String SQL = """
            select i.indrelid, format('name of index %I.%I, the part of index %I.%I in partition %s',
                n.nspname, c.relname, rn.nspname, r.relname, i.indrelid::regclass) as words
            from pg_class c
            join pg_index i on i.indexrelid = c.oid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class r on r.oid = pg_partition_root(c.oid)
            join pg_namespace rn on rn.oid = r.relnamespace
            left join pg_constraint k on k.conindid = r.oid and k.contype in ('p', 'u', 'x')
            where c.relkind in ('i', 'I') and c.relispartition
                and c.relname !~ ('._' || case k.contype when 'p' then 'pkey' when 'u' then 'key' when 'x' then 'excl' else 'idx' end
                    || '[0-9]*$')
            order by words
            """;

    private UnreadNames() {}

    /** Reports every such name that PostgreSQL cannot have chosen. */
    static void report(Catalog catalog) {
        catalog.query(SQL, row -> {
            if (catalog.isOwn(row.number("indrelid"))) {
                catalog.unreadable(row.text("words"));
            }
            return row;
        });
    }
}
