package dev.varve.introspect;

import dev.varve.model.TextSearchParser;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** Text search parsers that users made. */
final class TextSearchParserType implements ObjectType<TextSearchParser> {

    @Override
    public Class<TextSearchParser> type() {
        return TextSearchParser.class;
    }

    @Override
    public List<TextSearchParser> introspect(Catalog catalog) {
        String sql = """
                select p.oid, n.nspname, p.prsname, %s, %s, %s, %s, %s
                from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
                """.formatted(
                        FunctionName.of("p.prsstart", "start"),
                        FunctionName.of("p.prstoken", "token"),
                        FunctionName.of("p.prsend", "finish"),
                        FunctionName.of("p.prslextype", "lextypes"),
                        FunctionName.of("p.prsheadline", "headline"));
        return catalog.own("pg_ts_parser", sql, row -> {
            TextSearchParser parser = new TextSearchParser(
                    QualifiedName.of(row.text("nspname"), row.text("prsname")),
                    new TextSearchParser.Functions(
                            name(row, "start"), name(row, "token"), name(row, "finish"), name(row, "lextypes")),
                    FunctionName.in(row, "headline"));
            catalog.identify("pg_ts_parser", row.number("oid"), parser.id());
            return parser;
        });
    }

    private static QualifiedName name(Row row, String alias) {
        return FunctionName.in(row, alias).orElseThrow();
    }
}
