package dev.varve.jooq;

import org.jooq.meta.AbstractRoutineDefinition;
import org.jooq.meta.InOutDefinition;
import org.jooq.meta.SchemaDefinition;

/** A function or aggregate as the generator takes it. */
final class CallableDefinition extends AbstractRoutineDefinition {

    private final Callable callable;
    private final Parameters parameters;

    CallableDefinition(SchemaDefinition schema, Callable callable, String overload, Parameters parameters) {
        super(
                schema,
                null,
                callable.name().name(),
                callable.comment(),
                overload.isEmpty() ? null : overload,
                callable.kind() == Callable.Kind.AGGREGATE);
        this.callable = callable;
        this.parameters = parameters;
    }

    @Override
    protected void init0() {
        if (callable.result().isPresent()) {
            addParameter(InOutDefinition.RETURN, parameters.result(callable, this));
        }
        parameters.of(callable, this).forEach(parameter -> addParameter(parameter.way(), parameter.definition()));
    }
}
