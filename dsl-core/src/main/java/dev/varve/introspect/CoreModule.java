package dev.varve.introspect;

import dev.varve.spi.FacetType;
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
                new CollationType(),
                new TextSearchDictionaryType(),
                new TextSearchConfigurationType(),
                new EnumTypeType(),
                new DomainType(),
                new CompositeTypeType(),
                new RangeTypeType(),
                new SequenceType(),
                new TableType(),
                new ConstraintCommentType(),
                new ViewType(),
                new MaterializedViewType(),
                new FunctionType(),
                new CastType(),
                new IndexType(),
                new ClusterMarkType(),
                new ExtendedStatisticsType(),
                new PublicationType(),
                new SubscriptionType(),
                new PolicyType(),
                new RuleType(),
                new TriggerType());
    }

    @Override
    public List<FacetType<?>> facetTypes() {
        return List.of(new StorageParametersType());
    }
}
