package dev.varve.introspect;

import dev.varve.model.Extension;
import dev.varve.operation.MoveExtension;
import dev.varve.operation.Operation;
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

    /** Its version is no part of the schema. */
    @Override
    public List<Operation> change(Extension from, Extension to) {
        return List.of(new MoveExtension(to.id(), to.schema().orElse("public")));
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
