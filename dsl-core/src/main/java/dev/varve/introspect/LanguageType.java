package dev.varve.introspect;

import dev.varve.model.Language;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;

/** Languages that came with no extension. */
final class LanguageType implements ObjectType<Language> {

    @Override
    public Class<Language> type() {
        return Language.class;
    }

    @Override
    public List<Language> introspect(Catalog catalog) {
        String sql = """
                select l.oid, '' as nspname, l.lanname, l.lanpltrusted, %s, %s, %s
                from pg_language l where l.oid >= 16384
                """.formatted(
                        FunctionName.of("l.lanplcallfoid", "handler"),
                        FunctionName.of("l.laninline", "inline"),
                        FunctionName.of("l.lanvalidator", "validator"));
        return catalog.own("pg_language", sql, row -> {
            Language language = new Language(
                    row.text("lanname"),
                    row.is("lanpltrusted"),
                    FunctionName.in(row, "handler").orElseThrow(),
                    FunctionName.in(row, "inline"),
                    FunctionName.in(row, "validator"));
            catalog.identify("pg_language", row.number("oid"), language.id());
            return language;
        });
    }
}
