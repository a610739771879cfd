package dev.varve.introspect;

import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModule;
import java.util.List;

/** The kinds of objects that PostgreSQL itself has. Relations come before what refers to them. */
final class CoreModule implements SchemaModule {

    @Override
    public List<ObjectType<?>> objectTypes() {
        return List.of(
                new SchemaType(),
                new ExtensionType(),
                new EnumTypeType(),
                new SequenceType(),
                new TableType(),
                new ConstraintCommentType(),
                new ViewType(),
                new MaterializedViewType(),
                new FunctionType(),
                new IndexType(),
                new TriggerType());
    }
}
