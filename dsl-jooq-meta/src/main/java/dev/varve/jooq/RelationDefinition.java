package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import java.util.ArrayList;
import java.util.List;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.SchemaDefinition;

/** A table, view or materialized view as the generator takes it. */
final class RelationDefinition extends AbstractTableDefinition {

    private final Relation relation;
    private final DataTypes types;
    private final Comments comments;

    RelationDefinition(SchemaDefinition schema, Relation relation, DataTypes types, Comments comments) {
        super(schema, relation.id().name().name(), comments.on(relation.id()), relation.type(), relation.source());
        this.relation = relation;
        this.types = types;
        this.comments = comments;
    }

    @Override
    protected List<ColumnDefinition> getElements0() {
        List<ColumnDefinition> definitions = new ArrayList<>();
        for (Column column : relation.columns()) {
            definitions.add(new DefaultColumnDefinition(
                    this,
                    column.name(),
                    definitions.size() + 1,
                    type(column),
                    isNumbered(column),
                    comments.on(relation.id(), column.name())));
        }
        return definitions;
    }

    private DataTypeDefinition type(Column column) {
        String otherwise = isNumbered(column)
                ? ""
                : column.value().map(DataTypes::otherwise).orElse("");
        DefaultDataTypeDefinition type = types.of(column.type(), !column.notNull(), otherwise);
        return column.generated()
                .map(generated -> type.generatedAlwaysAs(generated.expression().text())
                        .generationOption(DataTypes.option(generated)))
                .orElse(type);
    }

    /** A serial column is what an identity is, unless the table has one. */
    private boolean isNumbered(Column column) {
        boolean identity =
                relation.columns().stream().anyMatch(other -> other.identity().isPresent());
        return column.identity().isPresent()
                || !identity
                        && column.value()
                                .filter(ColumnValue.Serial.class::isInstance)
                                .isPresent();
    }
}
