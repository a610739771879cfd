package dev.varve.source;

import dev.varve.model.BaseType;
import dev.varve.model.BaseTypeDefinition;
import dev.varve.model.BaseTypeDefinition.Layout;
import dev.varve.model.BaseTypeDefinition.Role;
import dev.varve.model.BaseTypeDefinition.Values;
import dev.varve.model.ColumnStorage;
import dev.varve.model.ObjectId;
import dev.varve.operation.DefineType;
import dev.varve.operation.UndefineType;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Base types: a shell that is made, and then defined. */
final class BaseTypeForm implements ObjectForm<BaseType> {

    /** What the DSL says of a type by one word each, beside reading, writing and modifiers. */
    private static final Map<Role, String> WORDS =
            Map.of(Role.RECEIVE, "receive", Role.SEND, "send", Role.ANALYZE, "analyze", Role.SUBSCRIPT, "subscript");

    static List<OperationForm<?>> operations() {
        return List.of(
                OperationForm.of(DefineType.class, BaseTypeForm::define),
                OperationForm.of(
                        UndefineType.class,
                        (operation, source) -> Sentence.about(source.name(operation.id()), Call.of("undefine"))));
    }

    @Override
    public Class<BaseType> type() {
        return BaseType.class;
    }

    @Override
    public Code name(ObjectId<BaseType> id, Source source) {
        return Names.of("baseType", id.name());
    }

    @Override
    public boolean says(BaseType type) {
        return type.definition().isEmpty();
    }

    @Override
    public Code definition(BaseType type, Source source) {
        return Names.of("baseType", type.name());
    }

    /** The words that make another definition of one; empty where there are none. */
    static Optional<Sentence> altered(BaseType before, BaseType after, Source source) {
        List<Call> calls = new ArrayList<>();
        BaseTypeDefinition old = before.definition().orElseThrow();
        BaseTypeDefinition wanted = after.definition().orElseThrow();
        for (Role role : Role.values()) {
            Optional<QualifiedName> function = function(wanted, role);
            if (!function.equals(function(old, role))) {
                calls.add(function.map(name -> by(role, name)).orElseGet(() -> Call.of("without", constant(role))));
            }
        }
        if (wanted.layout().storage() != old.layout().storage()) {
            calls.add(Call.of("storage", storage(wanted.layout().storage())));
        }
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sentence(Optional.of(source.name(after.id())), calls));
    }

    private static Optional<QualifiedName> function(BaseTypeDefinition definition, Role role) {
        return Optional.ofNullable(definition.functions().get(role));
    }

    private static Call by(Role role, QualifiedName function) {
        Call named = Names.call("by", function);
        return new Call(
                "by",
                List.of(
                        constant(role),
                        named.arguments().get(0),
                        named.arguments().get(1)));
    }

    private static Code constant(Role role) {
        return Code.raw("BaseTypeDefinition.Role." + role, Set.of("dev.varve.model.BaseTypeDefinition"));
    }

    private static Code storage(ColumnStorage storage) {
        return Code.raw(storage.name());
    }

    private static Sentence define(DefineType operation, Source source) {
        BaseTypeDefinition definition = operation.definition();
        return says(definition)
                ? Sentence.about(source.name(operation.id()), Call.of("define", made(definition, source)))
                : Sentence.adding(operation);
    }

    /** The DSL has one word each for two functions of the same schema that belong together. */
    private static boolean says(BaseTypeDefinition definition) {
        return areTogether(definition, Role.INPUT, Role.OUTPUT)
                && areTogether(definition, Role.TYPMOD_IN, Role.TYPMOD_OUT);
    }

    private static boolean areTogether(BaseTypeDefinition definition, Role one, Role other) {
        return function(definition, one)
                .map(QualifiedName::schema)
                .equals(function(definition, other).map(QualifiedName::schema));
    }

    private static Chain made(BaseTypeDefinition definition, Source source) {
        Chain chain = Chain.on(pair("madeOf", definition, Role.INPUT, Role.OUTPUT));
        if (definition.functions().containsKey(Role.TYPMOD_IN)) {
            chain = chain.then(pair("modifiers", definition, Role.TYPMOD_IN, Role.TYPMOD_OUT));
        }
        for (Role role : Role.values()) {
            chain = WORDS.containsKey(role)
                    ? chain.then(Names.calls(WORDS.get(role), function(definition, role)))
                    : chain;
        }
        return valued(laidOut(chain, definition.layout()), definition.values(), source);
    }

    private static Call pair(String word, BaseTypeDefinition definition, Role one, Role other) {
        Call first = Names.call(word, function(definition, one).orElseThrow());
        String second = function(definition, other).orElseThrow().name();
        return new Call(
                word, List.of(first.arguments().get(0), first.arguments().get(1), Code.string(second)));
    }

    private static Chain laidOut(Chain chain, Layout layout) {
        return chain.when(layout.length(), "length")
                .when(layout.byValue(), "passedByValue")
                .when(!layout.alignment().equals(Layout.USUAL.alignment()), "alignment", layout.alignment())
                .when(layout.storage() != Layout.USUAL.storage(), "storage", storage(layout.storage()));
    }

    private static Chain valued(Chain chain, Values values, Source source) {
        boolean usual = values.category().equals(Values.USUAL.category()) && !values.preferred();
        return chain.when(!usual, "category", values.category(), values.preferred())
                .when(values.initial(), "defaultTo")
                .when(values.elements().map(source::type), "elements")
                .when(!values.delimiter().equals(Values.USUAL.delimiter()), "delimiter", values.delimiter())
                .when(values.collatable(), "collatable");
    }
}
