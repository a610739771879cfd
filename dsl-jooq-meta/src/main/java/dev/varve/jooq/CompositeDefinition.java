package dev.varve.jooq;

import dev.varve.model.CompositeType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.meta.AbstractUDTDefinition;
import org.jooq.meta.AttributeDefinition;
import org.jooq.meta.DefaultAttributeDefinition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;

/** A composite type as the generator takes it. */
final class CompositeDefinition extends AbstractUDTDefinition {

    private final CompositeType type;
    private final DataTypes types;

    CompositeDefinition(SchemaDefinition schema, CompositeType type, DataTypes types, String comment) {
        super(schema, type.name().name(), comment);
        this.type = type;
        this.types = types;
    }

    @Override
    protected List<AttributeDefinition> getElements0() {
        List<AttributeDefinition> definitions = new ArrayList<>();
        for (CompositeType.Attribute attribute : type.attributes()) {
            definitions.add(new DefaultAttributeDefinition(
                    this, attribute.name(), definitions.size() + 1, types.of(attribute.type(), true, "")));
        }
        return definitions;
    }

    @Override
    protected List<RoutineDefinition> getRoutines0() {
        return new ArrayList<>();
    }
}
