package dev.varve.introspect;

import dev.varve.model.AutomaticName;
import dev.varve.model.Database;
import dev.varve.model.IndexPart;
import dev.varve.model.ObjectId;
import dev.varve.model.OwnIndex;
import dev.varve.model.PartName;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the parts that partitions have of indexes, where PostgreSQL would not choose them in a new partition. One that it may have chosen
 * before is given to what is new only.
 */
final class IndexPartType implements ObjectType<IndexPart> {

    /** Each part with the names of the columns of the whole as they are today; what an expression is called does not change. */
    private static final String SQL = """
            select i.indrelid as partition, c.relname, c.reloptions is distinct from r.reloptions as apart,
                k.contype <> own.contype as unlike, w.indrelid as relation, r.relname as whole,
                '_' || case k.contype when 'p' then 'pkey' when 'u' then 'key' when 'x' then 'excl' else 'idx' end as ending,
                array(select coalesce(t.attname, x.attname)::text from pg_attribute x
                    left join pg_attribute t on t.attrelid = w.indrelid and t.attnum = w.indkey[x.attnum - 1] and t.attnum <> 0
                    where x.attrelid = r.oid and k.contype is distinct from 'p' order by x.attnum) as words
            from pg_class c
            join pg_index i on i.indexrelid = c.oid
            join pg_class r on r.oid = pg_partition_root(c.oid)
            join pg_index w on w.indexrelid = r.oid
            left join pg_constraint k on k.conindid = r.oid and k.contype in ('p', 'u', 'x')
            left join pg_constraint own on own.conindid = c.oid and own.contype in ('p', 'u', 'x')
            where c.relkind in ('i', 'I') and c.relispartition and w.indisvalid
            order by i.indrelid, c.relname
            """;

    /**
     * A part as it is called, and as PostgreSQL would call it.
     *
     * @param isStoredApart whether it is not stored as the whole, because that was said of the part alone
     * @param isOfOtherKind whether it is that of a primary key, and the whole that of a unique constraint
     */
    private record Found(IndexPart part, AutomaticName automatic, boolean isStoredApart, boolean isOfOtherKind) {

        private boolean isOther() {
            return !automatic.name().name().equals(part.name());
        }
    }

    @Override
    public Class<IndexPart> type() {
        return IndexPart.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<IndexPart> introspect(Catalog catalog) {
        List<Found> all = catalog.query(SQL, row -> found(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
        all.stream()
                .filter(Found::isStoredApart)
                .forEach(found -> report("storage parameters of", found.part(), catalog));
        all.stream().filter(Found::isOfOtherKind).forEach(found -> report("primary key of", found.part(), catalog));
        Map<QualifiedName, Integer> number = new HashMap<>();
        all.forEach(found -> number.merge(found.automatic().name(), 1, Integer::sum));
        Set<ObjectId<?>> read = new HashSet<>();
        return all.stream()
                .filter(found -> found.isOther() || number.get(found.automatic().name()) > 1)
                .map(Found::part)
                .filter(part -> read.add(part.id()) || reported(part, catalog))
                .toList();
    }

    /** A partition may have parts of two indexes that have the same name in two schemas. */
    private static boolean reported(IndexPart part, Catalog catalog) {
        report("name of", part, catalog);
        return false;
    }

    private static void report(String what, IndexPart part, Catalog catalog) {
        catalog.unreadable(what + " index " + part.qualified() + ", the part of index "
                + part.index().qualified() + " in " + part.on());
    }

    private static Optional<Found> found(Row row, Catalog catalog) {
        Optional<ObjectId<?>> partition = catalog.identified("pg_class", row.number("partition"));
        Optional<ObjectId<?>> relation = catalog.identified("pg_class", row.number("relation"));
        return partition.flatMap(on -> relation.map(above -> new Found(
                new IndexPart(on, new OwnIndex(above, row.text("whole")), row.text("relname")),
                new PartName(on.name()).of(row.texts("words"), row.text("ending")),
                row.is("apart"),
                row.is("unlike"))));
    }

    @Override
    public List<Operation> create(IndexPart part, Database from) {
        boolean isThere = from.has(part.on()) && part.index().isIn(from);
        return isThere && !part.isCompared() ? List.of() : List.of(new PutObject(part));
    }

    @Override
    public List<Operation> change(IndexPart from, IndexPart to) {
        return from.isCompared() || to.isCompared() ? List.of(new PutObject(to)) : List.of();
    }

    @Override
    public List<Operation> drop(IndexPart part, Database from, Database to) {
        return part.isCompared() ? List.of(new DropObject(part.id())) : List.of();
    }
}
