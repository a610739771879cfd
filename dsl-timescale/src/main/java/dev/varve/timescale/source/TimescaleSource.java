package dev.varve.timescale.source;

import dev.varve.source.FacetForm;
import dev.varve.source.ObjectForm;
import dev.varve.source.OperationForm;
import dev.varve.source.SourceModule;
import dev.varve.timescale.Timescale;
import dev.varve.timescale.TimescaleModel;
import java.util.List;
import java.util.Optional;

/** The words for what TimescaleDB has. */
public final class TimescaleSource implements SourceModule {

    /** For {@link java.util.ServiceLoader}. */
    public TimescaleSource() {}

    @Override
    public Class<?> words() {
        return Timescale.class;
    }

    @Override
    public List<ObjectForm<?>> objects() {
        return List.of(new AggregateForm(), new AggregateIndexForm(), new ReorderForm(), new JobForm());
    }

    @Override
    public List<OperationForm<?>> operations() {
        return TimescaleOperations.all();
    }

    @Override
    public List<FacetForm<?>> facets() {
        return HypertableFacets.all();
    }

    @Override
    public Optional<Class<?>> tableModel() {
        return Optional.of(TimescaleModel.class);
    }
}
