package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorDefinition.Partners;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** An operator as it is written; with its symbol and types alone it stands for one that is already there. */
public record OperatorSpec(OperatorDefinition operator) implements Named, Creation, Replacement {

    static OperatorSpec of(String symbol, Optional<TypeName> left, TypeName right) {
        QualifiedName name = QualifiedName.of("public", symbol);
        return new OperatorSpec(OperatorDefinition.of(name, left, right, QualifiedName.unqualified("nothing")));
    }

    /** Puts the operator into a schema. */
    public OperatorSpec inSchema(String schema) {
        return new OperatorSpec(operator.named(operator.name().inSchema(schema)));
    }

    /** Computes the result with a function, which takes values of exactly the types of the operator. */
    public OperatorSpec with(FunctionSpec function) {
        return new OperatorSpec(operator.by(function.id().name()));
    }

    /** Computes the result with a function, such as {@code with("pg_catalog", "int4eq")}. */
    public OperatorSpec with(String schema, String function) {
        return new OperatorSpec(operator.by(QualifiedName.of(schema, function)));
    }

    /** Gives the same result for the values the other way round as that operator of the same schema, which may be this one. */
    public OperatorSpec commutator(String symbol) {
        QualifiedName other = operator.name().named(symbol);
        return new OperatorSpec(operator.beside(
                new Partners(Optional.of(other), operator.partners().negator())));
    }

    /** Gives the opposite result of that operator of the same schema. */
    public OperatorSpec negator(String symbol) {
        QualifiedName other = operator.name().named(symbol);
        return new OperatorSpec(operator.beside(new Partners(operator.partners().commutator(), Optional.of(other))));
    }

    /** Estimates what a comparison with a constant leaves by a function of PostgreSQL, such as {@code eqsel}. */
    public OperatorSpec restrict(String function) {
        return new OperatorSpec(
                operator.estimated(Optional.of(QualifiedName.of("pg_catalog", function)), operator.join()));
    }

    /** Estimates what a join leaves by a function of PostgreSQL, such as {@code eqjoinsel}. */
    public OperatorSpec join(String function) {
        return new OperatorSpec(
                operator.estimated(operator.restrict(), Optional.of(QualifiedName.of("pg_catalog", function))));
    }

    /** Lets hash joins use the operator. */
    public OperatorSpec hashes() {
        return new OperatorSpec(operator.joining(true, operator.merges()));
    }

    /** Lets merge joins use the operator. */
    public OperatorSpec merges() {
        return new OperatorSpec(operator.joining(operator.hashes(), true));
    }

    @Override
    public ObjectId<OperatorDefinition> id() {
        return operator.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(operator));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(operator);
    }
}
