package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The objects of a database without which a table cannot be. */
record TableRequirements(Table table, Database database) {

    Set<ObjectId<?>> ids() {
        Set<ObjectId<?>> required = new HashSet<>(Schema.requiredBy(table.name()));
        table.constraints().values().forEach(constraint -> required.addAll(constraint.requires(database)));
        required.addAll(database.named(mentioned()));
        table.columns().forEach(column -> column.requiredCollation(database).ifPresent(required::add));
        table.facets().values().forEach(facet -> required.addAll(facet.requires(database)));
        required.remove(table.id());
        return required;
    }

    /** What the types and values of its columns name. */
    private Set<QualifiedName> mentioned() {
        Set<QualifiedName> mentioned = new LinkedHashSet<>();
        table.columns().forEach(column -> column.type().userDefined().ifPresent(mentioned::add));
        table.columns().stream()
                .flatMap(column -> column.value().stream())
                .forEach(value -> mentioned.addAll(namesIn(value)));
        return mentioned;
    }

    private static Set<QualifiedName> namesIn(ColumnValue value) {
        if (value instanceof ColumnValue.Default defaultValue) {
            return defaultValue.expression().qualifiedNames();
        }
        return value instanceof ColumnValue.Generated generated
                ? generated.expression().qualifiedNames()
                : Set.of();
    }
}
