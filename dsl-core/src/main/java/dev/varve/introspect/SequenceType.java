package dev.varve.introspect;

import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sequences that are more than part of a column. */
final class SequenceType implements ObjectType<Sequence> {

    /**
     * Whether a sequence, with the column that it belongs to and the default of that, has nothing that {@code serial} would not give it;
     * the aliases are those of a query over {@code pg_sequence}, {@code pg_attribute} and {@code pg_attrdef}.
     */
    static final String IS_SERIAL = """
            s.seqtypid = a.atttypid
                and pg_get_expr(d.adbin, d.adrelid) is not distinct from format('nextval(%L::regclass)', s.seqrelid::regclass)
                and exists (select from pg_class q where q.oid = s.seqrelid
                    and q.relpersistence = (select t.relpersistence from pg_class t where t.oid = a.attrelid))
            """;

    @Override
    public Class<Sequence> type() {
        return Sequence.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class s");
    }

    @Override
    public List<Sequence> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.relname, format_type(s.seqtypid, null) as type,
                    s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                    tn.nspname as table_schema, t.relname as table_name, c.relpersistence = 'u' and t.oid is null as unlogged, a.attname as column_name,
                    t.relispartition
                from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_depend w on w.classid = 'pg_class'::regclass and w.objid = c.oid
                    and w.deptype in ('a', 'i') and w.refclassid = 'pg_class'::regclass
                left join pg_attribute a on a.attrelid = w.refobjid and a.attnum = w.refobjsubid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                left join pg_class t on t.oid = a.attrelid
                left join pg_namespace tn on tn.oid = t.relnamespace
                where w.deptype is distinct from 'i' and (w.deptype is null or t.relispartition or not (
                """ + IS_SERIAL + "))";
        return catalog.query(sql, row -> catalog.isOwn(row.number("oid")) ? sequence(row, catalog) : null).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Sequence sequence(Row row, Catalog catalog) {
        Sequence sequence = new Sequence(
                QualifiedName.of(row.text("nspname"), row.text("relname")),
                TypeName.of(row.text("type")),
                options(row),
                row.find("column_name").map(column -> new Sequence.Owner(holder(row), column)),
                row.is("unlogged"));
        catalog.identify("pg_class", row.number("oid"), sequence.id());
        return sequence;
    }

    /** A partition has no serial columns, but defaults. */
    private static ObjectId<?> holder(Row row) {
        QualifiedName name = QualifiedName.of(row.text("table_schema"), row.text("table_name"));
        return row.is("relispartition") ? Partition.id(name) : Table.id(name);
    }

    /** The options of a sequence, from a row with the columns of {@code pg_sequence}. */
    static SequenceOptions options(Row row) {
        return new SequenceOptions(
                row.number("seqstart"),
                row.number("seqincrement"),
                row.number("seqmin"),
                row.number("seqmax"),
                row.number("seqcache"),
                row.is("seqcycle"));
    }
}
