package dev.varve.introspect;

import dev.varve.model.TextSearchTemplate;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** Text search templates that users made. */
final class TextSearchTemplateType implements ObjectType<TextSearchTemplate> {

    @Override
    public Class<TextSearchTemplate> type() {
        return TextSearchTemplate.class;
    }

    @Override
    public List<TextSearchTemplate> introspect(Catalog catalog) {
        String sql = """
                select t.oid, n.nspname, t.tmplname, %s, %s
                from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
                """.formatted(FunctionName.of("t.tmpllexize", "lexize"), FunctionName.of("t.tmplinit", "init"));
        return catalog.own("pg_ts_template", sql, row -> {
            TextSearchTemplate template = new TextSearchTemplate(
                    QualifiedName.of(row.text("nspname"), row.text("tmplname")),
                    FunctionName.in(row, "lexize").orElseThrow(),
                    FunctionName.in(row, "init"));
            catalog.identify("pg_ts_template", row.number("oid"), template.id());
            return template;
        });
    }
}
