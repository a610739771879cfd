package dev.varve.source;

import dev.varve.model.Aggregate;
import dev.varve.model.AggregateArguments;
import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.Operator;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Transition;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Set;

/** Aggregates. */
final class AggregateForms {

    private AggregateForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(ObjectForm.of(Aggregate.class, AggregateForms::aggregate, AggregateForms::definition));
    }

    private static Code aggregate(ObjectId<Aggregate> id, Source source) {
        Chain chain = Names.of("aggregate", id.name());
        for (TypeName type : ArgumentTypes.of(id)) {
            chain = chain.then("argument", "", source.type(type));
        }
        return chain;
    }

    private static Code definition(Aggregate aggregate, Source source) {
        Chain chain = Names.of("aggregate", aggregate.name());
        AggregateArguments arguments = aggregate.arguments();
        List<Argument> direct = arguments.kind() == AggregateArguments.Kind.NORMAL ? List.of() : arguments.direct();
        for (Argument argument : direct) {
            chain = chain.then(RoutineForms.argument(argument, source));
        }
        chain = chain.when(arguments.kind() == AggregateArguments.Kind.ORDERED_SET, "orderBy")
                .when(arguments.kind() == AggregateArguments.Kind.HYPOTHETICAL, "hypotheticalOrderBy");
        for (Argument argument : arguments.aggregated()) {
            chain = chain.then(RoutineForms.argument(argument, source));
        }
        Chain going = partial(transition(chain, aggregate.transition()), aggregate.partial());
        return moving(going, aggregate)
                .when(aggregate.sort().map(AggregateForms::sorting), "sortedBy")
                .when(aggregate.parallel() == ParallelSafety.SAFE, "parallelSafe")
                .when(aggregate.parallel() == ParallelSafety.RESTRICTED, "parallelRestricted");
    }

    private static Code sorting(Operator operator) {
        return operator.schema().isEmpty()
                ? new ImportingCode(Call.of("Operator.of", operator.symbol()), Set.of("dev.varve.model.Operator"))
                : Call.of("operator", operator.schema(), operator.symbol());
    }

    private static Chain transition(Chain chain, Transition transition) {
        Chain stepping = chain.then(
                        "step",
                        schema(transition.step()),
                        transition.step().name(),
                        transition.state().sql())
                .when(transition.initial(), "initially")
                .when(transition.space() != 0, "space", transition.space());
        return transition
                .finish()
                .map(finish -> stepping.then(
                        "finish",
                        schema(finish.function()),
                        finish.function().name(),
                        Code.raw("Transition.Modify." + finish.modify(), Set.of("dev.varve.model.Transition")),
                        finish.extra()))
                .orElse(stepping);
    }

    private static Chain partial(Chain chain, Aggregate.Partial partial) {
        Chain combining = chain.then(Names.calls("combine", partial.combine()));
        return partial.serial()
                .flatMap(serial -> partial.deserial()
                        .map(deserial -> combining.then("serialize", schema(serial), serial.name(), deserial.name())))
                .orElse(combining);
    }

    private static Chain moving(Chain chain, Aggregate aggregate) {
        return aggregate
                .moving()
                .map(moving -> chain.then(
                        "moving",
                        transition(Chain.of("aggregate", aggregate.name().name()), moving.transition()),
                        schema(moving.inverse()),
                        moving.inverse().name()))
                .orElse(chain);
    }

    private static String schema(QualifiedName name) {
        return name.schema().isEmpty() ? "pg_catalog" : name.schema();
    }
}
