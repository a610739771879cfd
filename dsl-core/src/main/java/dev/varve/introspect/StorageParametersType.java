package dev.varve.introspect;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.Options;
import dev.varve.model.StorageParameters;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.sql.QualifiedName;
import java.util.Map;
import java.util.Optional;

/** Storage parameters of tables and of their TOAST tables, which PostgreSQL keeps apart. */
final class StorageParametersType implements FacetType<StorageParameters> {

    private record Found(QualifiedName table, Options options) {}

    @Override
    public Class<StorageParameters> type() {
        return StorageParameters.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class options");
    }

    @Override
    public Map<QualifiedName, StorageParameters> introspect(Catalog catalog) {
        String sql = """
                select n.nspname, c.relname, c.reloptions || array(select 'toast.' || o from unnest(t.reloptions) o) as options
                from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_class t on t.oid = c.reltoastrelid
                where c.relkind = 'r' and (c.reloptions is not null or t.reloptions is not null)
                """;
        return catalog
                .query(
                        sql,
                        row -> new Found(
                                QualifiedName.of(row.text("nspname"), row.text("relname")),
                                Options.stored(row.texts("options"))))
                .stream()
                .collect(toMap(Found::table, found -> new StorageParameters(found.options())));
    }
}
