package dev.varve.introspect;

import dev.varve.model.Schema;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;

/** Schemas that neither PostgreSQL nor an extension made; that of every database is only known by its number. */
final class SchemaType implements ObjectType<Schema> {

    @Override
    public Class<Schema> type() {
        return Schema.class;
    }

    @Override
    public List<Schema> introspect(Catalog catalog) {
        String sql = """
                select n.oid, n.nspname
                from pg_namespace n
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid
                        and d.deptype = 'e')
                """;
        List<Schema> schemas = catalog.query(sql, row -> {
            Schema schema = new Schema(row.text("nspname"));
            if (catalog.isOwn(schema.name())) {
                catalog.identify("pg_namespace", row.number("oid"), schema.id());
            }
            return schema;
        });
        return schemas.stream()
                .filter(schema -> !schema.equals(Schema.PUBLIC) && catalog.isOwn(schema.name()))
                .toList();
    }
}
