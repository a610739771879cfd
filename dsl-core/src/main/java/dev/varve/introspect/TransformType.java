package dev.varve.introspect;

import dev.varve.model.Transform;
import dev.varve.model.TypeName;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;

/** Transforms that came with no extension. */
final class TransformType implements ObjectType<Transform> {

    @Override
    public Class<Transform> type() {
        return Transform.class;
    }

    @Override
    public List<Transform> introspect(Catalog catalog) {
        String sql = """
                select t.oid, '' as nspname, format_type(t.trftype, null) as type, l.lanname, %s, %s
                from pg_transform t join pg_language l on l.oid = t.trflang
                """.formatted(FunctionName.of("t.trffromsql", "fromsql"), FunctionName.of("t.trftosql", "tosql"));
        return catalog.own("pg_transform", sql, row -> {
            Transform transform = new Transform(
                    TypeName.of(row.text("type")),
                    row.text("lanname"),
                    FunctionName.in(row, "fromsql"),
                    FunctionName.in(row, "tosql"));
            catalog.identify("pg_transform", row.number("oid"), transform.id());
            return transform;
        });
    }
}
