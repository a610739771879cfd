package dev.varve.source;

import dev.varve.model.Aggregate;
import dev.varve.model.AggregateArguments;
import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.Operator;
import dev.varve.model.OperatorClassDefinition;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorFamily;
import dev.varve.model.OperatorMembers;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Transition;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Set;

/** Operators, their families and classes, and aggregates. */
final class OperatorForms {

    private OperatorForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        OperatorDefinition.class,
                        (id, source) -> operator(source.before().get(id), source),
                        OperatorForms::definition),
                new OperatorFamilyForm(),
                new OperatorClassForm(),
                ObjectForm.of(Aggregate.class, OperatorForms::aggregate, OperatorForms::definition));
    }

    static Chain operator(OperatorDefinition operator, Source source) {
        QualifiedName name = operator.name();
        Chain chain = operator.left()
                .map(left -> Chain.of("operatorOf", name.name(), source.type(left), source.type(operator.right())))
                .orElseGet(() -> Chain.of("prefixOperatorOf", name.name(), source.type(operator.right())));
        return Names.in(name, chain);
    }

    private static Code definition(OperatorDefinition operator, Source source) {
        QualifiedName function = operator.function();
        return operator(operator, source)
                .then("with", function.schema().isEmpty() ? "pg_catalog" : function.schema(), function.name())
                .when(operator.partners().commutator().map(QualifiedName::name), "commutator")
                .when(operator.partners().negator().map(QualifiedName::name), "negator")
                .when(operator.restrict().map(QualifiedName::name), "restrict")
                .when(operator.join().map(QualifiedName::name), "join")
                .when(operator.hashes(), "hashes")
                .when(operator.merges(), "merges");
    }

    static Chain family(QualifiedName name, String method) {
        return Names.in(name, Chain.of("operatorFamily", name.name(), method));
    }

    private static String method(ObjectId<OperatorFamily> id) {
        return id.detail().substring(" using ".length());
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
                .when(aggregate.sort().map(OperatorForms::sorting), "sortedBy")
                .when(aggregate.parallel() == ParallelSafety.SAFE, "parallelSafe");
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
        Chain combining = partial.combine()
                .map(function -> chain.then("combine", schema(function), function.name()))
                .orElse(chain);
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

    /** Operator families, whose members the DSL adds one by one. */
    private static final class OperatorFamilyForm implements ObjectForm<OperatorFamily> {

        @Override
        public Class<OperatorFamily> type() {
            return OperatorFamily.class;
        }

        @Override
        public Code name(ObjectId<OperatorFamily> id, Source source) {
            return family(id.name(), method(id));
        }

        @Override
        public boolean says(OperatorFamily family) {
            return family.members().equals(OperatorMembers.NONE);
        }

        @Override
        public Code definition(OperatorFamily family, Source source) {
            return family(family.name(), family.method());
        }
    }

    /** Operator classes, of which the DSL has words only for those whose members are of their own type. */
    private static final class OperatorClassForm implements ObjectForm<OperatorClassDefinition> {

        @Override
        public Class<OperatorClassDefinition> type() {
            return OperatorClassDefinition.class;
        }

        @Override
        public Code name(ObjectId<OperatorClassDefinition> id, Source source) {
            return start(source.before().get(id), source);
        }

        private static Chain start(OperatorClassDefinition definition, Source source) {
            QualifiedName name = definition.name();
            return Names.in(
                    name,
                    Chain.of("operatorClassOf", name.name(), definition.method(), source.type(definition.input())));
        }

        @Override
        public boolean says(OperatorClassDefinition definition) {
            return definition.members().functions().stream()
                    .allMatch(support -> support.left().equals(definition.input())
                            && support.right().equals(definition.input()));
        }

        @Override
        public Code definition(OperatorClassDefinition definition, Source source) {
            Chain chain = start(definition, source)
                    .when(definition.byDefault(), "asDefault")
                    .when(
                            !definition.family().equals(definition.name()),
                            "family",
                            family(definition.family(), definition.method()))
                    .when(definition.storage().map(source::type), "storage");
            for (OperatorMembers.Strategy strategy : definition.members().operators()) {
                chain = chain.then(operator(strategy, definition, source));
            }
            for (OperatorMembers.Support support : definition.members().functions()) {
                chain = chain.then("support", support.number(), function(support, source));
            }
            return chain;
        }

        private static Call operator(
                OperatorMembers.Strategy strategy, OperatorClassDefinition definition, Source source) {
            Code operator = Names.in(
                    strategy.operator(),
                    Chain.of(
                            "operatorOf",
                            strategy.operator().name(),
                            source.type(strategy.left()),
                            source.type(strategy.right())));
            return strategy.orderBy()
                    .map(by -> Call.of("operatorForOrderBy", strategy.number(), operator, family(by, "btree")))
                    .orElseGet(() -> Call.of("operator", strategy.number(), operator));
        }

        private static Code function(OperatorMembers.Support support, Source source) {
            Chain chain = Names.of("function", support.function());
            for (TypeName argument : support.arguments()) {
                chain = chain.then("argument", "", source.type(argument));
            }
            return chain;
        }
    }
}
