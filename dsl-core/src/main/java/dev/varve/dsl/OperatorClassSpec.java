package dev.varve.dsl;

import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.OperatorClassDefinition;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorMembers.Strategy;
import dev.varve.model.OperatorMembers.Support;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operator class as it is written; with its name, method and type alone it stands for one that is already there. A new one says its
 * family, which is created before.
 */
public record OperatorClassSpec(OperatorClassDefinition definition) implements Named, Creation, Replacement {

    static OperatorClassSpec of(String name, String method, TypeName input) {
        return new OperatorClassSpec(OperatorClassDefinition.of(QualifiedName.of("public", name), method, input));
    }

    /** Puts the class into a schema. */
    public OperatorClassSpec inSchema(String schema) {
        OperatorClassDefinition moved = definition.named(definition.name().inSchema(schema));
        boolean inOwnFamily = definition.family().equals(definition.name());
        return new OperatorClassSpec(inOwnFamily ? moved.in(moved.name()) : moved);
    }

    /** Puts the members of the class into a family. */
    public OperatorClassSpec family(OperatorFamilySpec family) {
        return new OperatorClassSpec(definition.in(family.family().name()));
    }

    /** Makes it the class of every index on the type that says none. */
    public OperatorClassSpec asDefault() {
        return new OperatorClassSpec(definition.asDefault());
    }

    /** Keeps values of another type in the index. */
    public OperatorClassSpec storage(ColumnSpec<?> type) {
        return new OperatorClassSpec(definition.storing(type.type()));
    }

    /** Finds rows by an operator between two values, under the number that its strategy has for the method. */
    public OperatorClassSpec operator(int strategy, OperatorSpec operator) {
        return with(strategy, operator.operator(), Optional.empty());
    }

    /** Finds rows by an operator of PostgreSQL between a value of the type and one of another type. */
    public OperatorClassSpec operator(int strategy, String symbol, ColumnSpec<?> right) {
        return with(strategy, builtIn(symbol, right.type()), Optional.empty());
    }

    /** Finds rows by an operator of PostgreSQL between two values of the type. */
    public OperatorClassSpec operator(int strategy, String symbol) {
        return with(strategy, builtIn(symbol), Optional.empty());
    }

    /** Orders rows by what an operator of PostgreSQL gives, such as a distance, as a family of PostgreSQL orders that. */
    public OperatorClassSpec operatorForOrderBy(int strategy, String symbol, String family) {
        return with(strategy, builtIn(symbol), Optional.of(QualifiedName.of("pg_catalog", family)));
    }

    /** Orders rows by what an operator gives, such as a distance, as that family orders it. */
    public OperatorClassSpec operatorForOrderBy(int strategy, OperatorSpec operator, OperatorFamilySpec family) {
        return with(strategy, operator.operator(), Optional.of(family.family().name()));
    }

    private OperatorDefinition builtIn(String symbol) {
        return builtIn(symbol, definition.input());
    }

    private OperatorDefinition builtIn(String symbol, TypeName right) {
        return OperatorDefinition.of(
                QualifiedName.of("pg_catalog", symbol),
                Optional.of(definition.input()),
                right,
                QualifiedName.unqualified("nothing"));
    }

    private OperatorClassSpec with(int strategy, OperatorDefinition operator, Optional<QualifiedName> orderBy) {
        TypeName left = operator.left().orElse(operator.right());
        return new OperatorClassSpec(definition.holding(
                definition.members().with(new Strategy(strategy, operator.name(), left, operator.right(), orderBy))));
    }

    /** Calls a function for what that number means to the method. */
    public OperatorClassSpec support(int number, FunctionSpec function) {
        List<TypeName> types =
                function.function().arguments().stream().map(Argument::type).toList();
        return support(number, function.id().name(), types);
    }

    /** Calls a function of PostgreSQL, which takes arguments of these types. */
    public OperatorClassSpec support(int number, String function, ColumnSpec<?>... arguments) {
        List<TypeName> types = Stream.of(arguments).map(ColumnSpec::type).toList();
        return support(number, QualifiedName.of("pg_catalog", function), types);
    }

    private OperatorClassSpec support(int number, QualifiedName function, List<TypeName> arguments) {
        TypeName input = definition.input();
        return new OperatorClassSpec(
                definition.holding(definition.members().with(new Support(number, input, input, function, arguments))));
    }

    @Override
    public ObjectId<OperatorClassDefinition> id() {
        return definition.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(definition));
    }

    /** PostgreSQL can change only what belongs to the family more than to the class; else the class is made anew. */
    @Override
    public Operation replacement() {
        return AlterObject.to(definition);
    }
}
