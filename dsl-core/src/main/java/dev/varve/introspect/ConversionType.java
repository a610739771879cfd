package dev.varve.introspect;

import dev.varve.model.Conversion;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** Conversions of encodings that users made. */
final class ConversionType implements ObjectType<Conversion> {

    @Override
    public Class<Conversion> type() {
        return Conversion.class;
    }

    @Override
    public List<Conversion> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.conname, pg_encoding_to_char(c.conforencoding)::text as source,
                    pg_encoding_to_char(c.contoencoding)::text as target, c.condefault, %s
                from pg_conversion c join pg_namespace n on n.oid = c.connamespace
                """.formatted(FunctionName.of("c.conproc", "function"));
        return catalog.own("pg_conversion", sql, row -> {
            Conversion conversion = new Conversion(
                    QualifiedName.of(row.text("nspname"), row.text("conname")),
                    row.text("source"),
                    row.text("target"),
                    FunctionName.in(row, "function").orElseThrow(),
                    row.is("condefault"));
            catalog.identify("pg_conversion", row.number("oid"), conversion.id());
            return conversion;
        });
    }
}
