package dev.varve.introspect;

import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sequences that do not belong to a column. */
final class SequenceType implements ObjectType<Sequence> {

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
                    s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
                from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
                where not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                    and (d.deptype = 'i' or d.deptype = 'a' and d.refclassid = 'pg_class'::regclass))
                """;
        return catalog.query(sql, row -> catalog.isOwn(row.number("oid")) ? sequence(row, catalog) : null).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Sequence sequence(Row row, Catalog catalog) {
        Sequence sequence = new Sequence(
                QualifiedName.of(row.text("nspname"), row.text("relname")),
                TypeName.of(row.text("type")),
                options(row));
        catalog.identify("pg_class", row.number("oid"), sequence.id());
        return sequence;
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
