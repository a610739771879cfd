package dev.varve.source;

import dev.varve.model.ObjectId;
import dev.varve.model.OperatorClassDefinition;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorFamily;
import dev.varve.model.OperatorMembers;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Operators, their families and classes. */
final class OperatorForms {

    private OperatorForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        OperatorDefinition.class,
                        (id, source) -> operator(source.before().get(id), source),
                        OperatorForms::definition),
                new OperatorFamilyForm(),
                new OperatorClassForm());
    }

    static Chain operator(OperatorDefinition operator, Source source) {
        QualifiedName name = operator.name();
        Chain chain = operator.left()
                .map(left -> Chain.of("operatorOf", name.name(), source.type(left), source.type(operator.right())))
                .orElseGet(() -> Chain.of("prefixOperatorOf", name.name(), source.type(operator.right())));
        return Names.in(name, chain);
    }

    private static Code definition(OperatorDefinition operator, Source source) {
        String schema = operator.name().schema();
        Chain chain = operator(operator, source).then(Names.call("with", operator.function()));
        chain = named("commutator", operator.partners().commutator(), schema, chain);
        chain = named("negator", operator.partners().negator(), schema, chain);
        chain = named("restrict", operator.restrict(), "pg_catalog", chain);
        return named("join", operator.join(), "pg_catalog", chain)
                .when(operator.hashes(), "hashes")
                .when(operator.merges(), "merges");
    }

    private static Chain named(String word, Optional<QualifiedName> name, String usual, Chain chain) {
        return name.map(one -> one.schema().equals(usual)
                        ? chain.then(word, one.name())
                        : chain.then(word, one.schema(), one.name()))
                .orElse(chain);
    }

    static Chain family(QualifiedName name, String method) {
        return Names.in(name, Chain.of("operatorFamily", name.name(), method));
    }

    private static String method(ObjectId<OperatorFamily> id) {
        return id.detail().substring(" using ".length());
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
