package dev.varve.introspect;

import dev.varve.model.Extension;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;
import java.util.Optional;

/** Extensions, but for the language that every database has. */
final class ExtensionType implements ObjectType<Extension> {

    @Override
    public Class<Extension> type() {
        return Extension.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_extension");
    }

    @Override
    public List<Extension> introspect(Catalog catalog) {
        String sql = """
                select e.extname, n.nspname
                from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                where e.extname <> 'plpgsql'
                """;
        return catalog.query(sql, row -> {
            Optional<String> schema = row.find("nspname").filter(name -> !name.startsWith("pg_"));
            return new Extension(row.text("extname"), schema);
        });
    }
}
