package dev.varve.introspect;

import dev.varve.model.TextSearchConfiguration;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Text search configurations with the dictionaries that they ask. */
final class TextSearchConfigurationType implements ObjectType<TextSearchConfiguration> {

    @Override
    public Class<TextSearchConfiguration> type() {
        return TextSearchConfiguration.class;
    }

    @Override
    public List<TextSearchConfiguration> introspect(Catalog catalog) {
        String sql = """
                select c.oid, n.nspname, c.cfgname, pn.nspname as parser_schema, p.prsname, m.tokens, m.schemas, m.dictionaries
                from pg_ts_config c
                join pg_namespace n on n.oid = c.cfgnamespace
                join pg_ts_parser p on p.oid = c.cfgparser join pg_namespace pn on pn.oid = p.prsnamespace
                cross join lateral (
                    select array_agg(t.alias order by m.maptokentype, m.mapseqno) as tokens,
                        array_agg(dn.nspname::text order by m.maptokentype, m.mapseqno) as schemas,
                        array_agg(d.dictname::text order by m.maptokentype, m.mapseqno) as dictionaries
                    from pg_ts_config_map m
                    join ts_token_type(c.cfgparser) t on t.tokid = m.maptokentype
                    join pg_ts_dict d on d.oid = m.mapdict join pg_namespace dn on dn.oid = d.dictnamespace
                    where m.mapcfg = c.oid
                ) m
                """;
        return catalog.own("pg_ts_config", sql, row -> {
            TextSearchConfiguration configuration = configuration(row);
            catalog.identify("pg_ts_config", row.number("oid"), configuration.id());
            return configuration;
        });
    }

    private static TextSearchConfiguration configuration(Row row) {
        TreeMap<String, List<QualifiedName>> mappings = new TreeMap<>();
        List<String> tokens = row.texts("tokens");
        for (int i = 0; i < tokens.size(); i++) {
            mappings.computeIfAbsent(tokens.get(i), token -> new ArrayList<>())
                    .add(QualifiedName.of(
                            row.texts("schemas").get(i),
                            row.texts("dictionaries").get(i)));
        }
        return new TextSearchConfiguration(
                QualifiedName.of(row.text("nspname"), row.text("cfgname")),
                QualifiedName.of(row.text("parser_schema"), row.text("prsname")),
                mappings);
    }
}
