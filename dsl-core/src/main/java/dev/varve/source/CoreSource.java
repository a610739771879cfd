package dev.varve.source;

import dev.varve.dsl.Postgres;
import java.util.List;
import java.util.stream.Stream;

/** The words for what PostgreSQL itself has. */
public final class CoreSource implements SourceModule {

    @Override
    public Class<?> words() {
        return Postgres.class;
    }

    @Override
    public List<ObjectForm<?>> objects() {
        return Stream.of(
                        SchemaForms.all(),
                        RelationForms.all(),
                        RoutineForms.all(),
                        RuleForms.all(),
                        ForeignForms.all(),
                        OperatorForms.all(),
                        AggregateForms.all(),
                        LanguageForms.all(),
                        TextSearchForms.all(),
                        List.<ObjectForm<?>>of(new BaseTypeForm()),
                        OtherForms.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<OperationForm<?>> operations() {
        return Stream.of(
                        ObjectOperations.all(),
                        ColumnOperations.all(),
                        ConstraintOperations.all(),
                        RelationOperations.all(),
                        RoleOperations.all(),
                        BaseTypeForm.operations())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<FacetForm<?>> facets() {
        return FacetForms.all();
    }
}
