package dev.varve.introspect;

import dev.varve.model.TextSearchDictionary;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text search dictionaries with their options, which PostgreSQL keeps as a text of assignments. */
final class TextSearchDictionaryType implements ObjectType<TextSearchDictionary> {

    private static final Pattern OPTION = Pattern.compile(
            "\\s*(?<name>\"(?:[^\"]|\"\")+\"|[^\\s=]+)\\s*=\\s*(?:E?'(?<text>(?:[^']|'')*)'|(?<word>[^\\s,]+))\\s*,?");

    @Override
    public Class<TextSearchDictionary> type() {
        return TextSearchDictionary.class;
    }

    @Override
    public List<TextSearchDictionary> introspect(Catalog catalog) {
        String sql = """
                select d.oid, n.nspname, d.dictname, tn.nspname as template_schema, t.tmplname, coalesce(d.dictinitoption, '') as options
                from pg_ts_dict d
                join pg_namespace n on n.oid = d.dictnamespace
                join pg_ts_template t on t.oid = d.dicttemplate join pg_namespace tn on tn.oid = t.tmplnamespace
                """;
        return catalog.own("pg_ts_dict", sql, row -> {
            TextSearchDictionary dictionary = new TextSearchDictionary(
                    QualifiedName.of(row.text("nspname"), row.text("dictname")),
                    QualifiedName.of(row.text("template_schema"), row.text("tmplname")),
                    options(row.text("options")));
            catalog.identify("pg_ts_dict", row.number("oid"), dictionary.id());
            return dictionary;
        });
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String name = option.group("name");
            String plain =
                    name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
            String value = option.group("text") == null
                    ? option.group("word")
                    : option.group("text").replace("''", "'").replace("\\\\", "\\");
            options.put(plain, value);
        }
        return options;
    }
}
