package dev.varve.introspect;

import dev.varve.model.AccessMethod;
import dev.varve.model.Database;
import dev.varve.model.Partitioning;
import dev.varve.model.Privileges;
import dev.varve.model.RowSecurity;
import dev.varve.model.RowType;
import dev.varve.model.Sequence;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import dev.varve.operation.JoinSequence;
import dev.varve.operation.Operation;
import dev.varve.operation.SetPrivileges;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.ObjectType;
import dev.varve.spi.SchemaModule;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Set;

/** The kinds of objects that PostgreSQL itself has. Relations come before what refers to them. */
public final class CoreModule implements SchemaModule {

    /** Which rows are seen is said of tables and of partitions. */
    static final TableFacets<RowSecurity> ROW_SECURITY = new TableFacets<>(
            RowSecurity.class,
            "secured",
            "c.relrowsecurity, c.relforcerowsecurity",
            "(c.relrowsecurity or c.relforcerowsecurity)",
            row -> new RowSecurity(row.is("relrowsecurity"), row.is("relforcerowsecurity")));

    @Override
    public boolean isCore() {
        return true;
    }

    @Override
    public Set<Long> hidden(Catalog catalog) {
        return OtherHistory.hidden(catalog);
    }

    @Override
    public void foresee(Catalog catalog, List<Operation> coming, Database before) {
        CollationsOfServer.check(catalog, coming);
        EncodingsOfServer.check(catalog, coming, before);
    }

    @Override
    public List<ObjectType<?>> attachedTypes() {
        return List.of(new CommentType(), new OwnershipType(), new PrivilegesType(), new DefaultPrivilegesType());
    }

    @Override
    public List<ObjectType<?>> objectTypes() {
        return List.of(
                new SchemaType(),
                new ExtensionType(),
                new ConversionType(),
                new TextSearchParserType(),
                new TextSearchTemplateType(),
                new CollationType(),
                new TextSearchDictionaryType(),
                new TextSearchConfigurationType(),
                new EnumTypeType(),
                new DomainType(),
                new CompositeTypeType(),
                new RangeTypeType(),
                new BaseTypeType(),
                new SequenceType(),
                new ForeignDataWrapperType(),
                new ForeignServerType(),
                new UserMappingType(),
                new TableType(),
                new PartitionType(),
                new PartitionConstraintType(),
                new PartitionDefaultType(),
                new PartitionPropertyType(),
                new PartitionNotNullType(),
                new PartitionFacetType(),
                new SequenceCommentType(),
                new ConstraintCommentType(),
                new ConstraintIndexCommentType(),
                new ViewType(),
                new MaterializedViewType(),
                new FunctionType(),
                new LanguageType(),
                new TransformType(),
                new AccessMethodDefinitionType(),
                new ProcedureType(),
                new AggregateType(),
                new OperatorDefinitionType(),
                new OperatorFamilyType(),
                new OperatorClassDefinitionType(),
                new CastType(),
                new IndexType(),
                new IndexPartType(),
                new ReplicaIdentityType(),
                new ClusterMarkType(),
                new ExtendedStatisticsType(),
                new PublicationType(),
                new SubscriptionType(),
                new PolicyType(),
                new RuleType(),
                new TriggerType(),
                new EventTriggerType());
    }

    /** A role has what it was granted of what there is, and a sequence that is like that of a serial column is that. */
    @Override
    public Database shown(Database declared) {
        Database joined = declared.objects(Sequence.class)
                .flatMap(sequence -> JoinSequence.alike(sequence, declared).stream())
                .reduce(declared, (state, join) -> join.after(state), (a, b) -> b);
        return withPrivileges(joined);
    }

    private static Database withPrivileges(Database declared) {
        return declared.objects(Privileges.class)
                .filter(privileges -> privileges.isInitial(declared)
                        || !privileges.shown(declared).equals(privileges))
                .reduce(declared, (state, known) -> new SetPrivileges(known.shown(declared)).after(state), (a, b) -> b);
    }

    @Override
    public List<FacetType<?>> facetTypes() {
        return List.of(
                new StorageParametersType(),
                new ForeignType(),
                new InheritanceType(),
                new TableFacets<>(
                        Unlogged.class,
                        "unlogged",
                        "c.relpersistence",
                        "c.relpersistence = 'u'",
                        row -> new Unlogged()),
                new TableFacets<>(
                        Partitioning.class,
                        "partitioned",
                        "pg_get_partkeydef(c.oid) as value",
                        "c.relkind = 'p'",
                        row -> PartitionType.partitioning(row.text("value"))),
                new TableFacets<>(
                        AccessMethod.class,
                        "method",
                        "m.amname as value",
                        "m.amname <> current_setting('default_table_access_method')",
                        row -> new AccessMethod(row.text("value"))),
                new TableFacets<>(
                        Tablespace.class,
                        "tablespace",
                        "s.spcname as value",
                        "s.spcname is not null",
                        row -> new Tablespace(row.text("value"))),
                ROW_SECURITY,
                new TableFacets<>(
                        RowType.class,
                        "typed",
                        "(select o.nspname from pg_namespace o where o.oid = t.typnamespace) as type_schema, t.typname",
                        "t.oid is not null",
                        row -> new RowType(QualifiedName.of(row.text("type_schema"), row.text("typname")))));
    }
}
