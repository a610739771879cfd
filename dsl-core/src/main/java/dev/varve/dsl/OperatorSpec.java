package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorDefinition.Partners;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** An operator as it is written; with its symbol and types alone it stands for one that is already there. */
public record OperatorSpec(OperatorDefinition operator)
        implements Named, Creation, Replacement, Alterable<OperatorSpec.Alteration> {

    private static final String PG_CATALOG = "pg_catalog";

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
        return commutator(operator.name().schema(), symbol);
    }

    /** Gives the same result for the values the other way round as that operator of that schema. */
    public OperatorSpec commutator(String schema, String symbol) {
        QualifiedName other = QualifiedName.of(schema, symbol);
        return new OperatorSpec(operator.beside(
                new Partners(Optional.of(other), operator.partners().negator())));
    }

    /** Gives the opposite result of that operator of the same schema. */
    public OperatorSpec negator(String symbol) {
        return negator(operator.name().schema(), symbol);
    }

    /** Gives the opposite result of that operator of that schema. */
    public OperatorSpec negator(String schema, String symbol) {
        QualifiedName other = QualifiedName.of(schema, symbol);
        return new OperatorSpec(operator.beside(new Partners(operator.partners().commutator(), Optional.of(other))));
    }

    /** Estimates what a comparison with a constant leaves by a function of PostgreSQL, such as {@code eqsel}. */
    public OperatorSpec restrict(String function) {
        return restrict(PG_CATALOG, function);
    }

    /** Estimates what a comparison with a constant leaves by a function of that schema. */
    public OperatorSpec restrict(String schema, String function) {
        return new OperatorSpec(operator.estimated(Optional.of(QualifiedName.of(schema, function)), operator.join()));
    }

    /** Estimates what a join leaves by a function of PostgreSQL, such as {@code eqjoinsel}. */
    public OperatorSpec join(String function) {
        return join(PG_CATALOG, function);
    }

    /** Estimates what a join leaves by a function of that schema. */
    public OperatorSpec join(String schema, String function) {
        return new OperatorSpec(
                operator.estimated(operator.restrict(), Optional.of(QualifiedName.of(schema, function))));
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

    /** Puts this operator in the place of the one of its name and types, which is made anew if PostgreSQL cannot alter it so. */
    @Override
    public Operation replacement() {
        return AlterObject.to(operator);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Estimating(Optional<QualifiedName> function, boolean joins)
            implements ObjectChange<OperatorDefinition> {

        @Override
        public OperatorDefinition of(OperatorDefinition before) {
            return joins ? before.estimated(before.restrict(), function) : before.estimated(function, before.join());
        }
    }

    private record Partnering(Optional<String> schema, String symbol, boolean negator)
            implements ObjectChange<OperatorDefinition> {

        @Override
        public OperatorDefinition of(OperatorDefinition before) {
            OperatorSpec spec = new OperatorSpec(before);
            String in = schema.orElse(before.name().schema());
            return (negator ? spec.negator(in, symbol) : spec.commutator(in, symbol)).operator();
        }
    }

    private record Joining(boolean hashes, boolean merges) implements ObjectChange<OperatorDefinition> {

        @Override
        public OperatorDefinition of(OperatorDefinition before) {
            return before.joining(before.hashes() || hashes, before.merges() || merges);
        }
    }

    /**
     * The words for changing an operator. What they say beside estimates PostgreSQL learns of an operator only since version 17, and
     * forgets never: before, and on the way back, the operator is made anew.
     */
    public static final class Alteration {

        private final ObjectId<OperatorDefinition> operator;
        private final Changes changes;

        private Alteration(ObjectId<OperatorDefinition> operator, Changes changes) {
            this.operator = operator;
            this.changes = changes;
        }

        /** Estimates what a comparison with a constant leaves by a function of PostgreSQL from now on. */
        public Alteration restrict(String function) {
            return record(new Estimating(Optional.of(QualifiedName.of("pg_catalog", function)), false));
        }

        /** Estimates no more what a comparison with a constant leaves. */
        public Alteration noRestrict() {
            return record(new Estimating(Optional.empty(), false));
        }

        /** Estimates what a join leaves by a function of PostgreSQL from now on. */
        public Alteration join(String function) {
            return record(new Estimating(Optional.of(QualifiedName.of("pg_catalog", function)), true));
        }

        /** Estimates no more what a join leaves. */
        public Alteration noJoin() {
            return record(new Estimating(Optional.empty(), true));
        }

        /** Has a commutator in the same schema: itself, or an operator that was made before it. */
        public Alteration commutator(String symbol) {
            return record(new Partnering(Optional.empty(), symbol, false));
        }

        /** Has a commutator in that schema: an operator that was made before it. */
        public Alteration commutator(String schema, String symbol) {
            return record(new Partnering(Optional.of(schema), symbol, false));
        }

        /** Has a negator in the same schema: an operator that was made before it. */
        public Alteration negator(String symbol) {
            return record(new Partnering(Optional.empty(), symbol, true));
        }

        /** Has a negator in that schema: an operator that was made before it. */
        public Alteration negator(String schema, String symbol) {
            return record(new Partnering(Optional.of(schema), symbol, true));
        }

        /** Lets hash joins use the operator. */
        public Alteration hashes() {
            return record(new Joining(true, false));
        }

        /** Lets merge joins use the operator. */
        public Alteration merges() {
            return record(new Joining(false, true));
        }

        private Alteration record(ObjectChange<OperatorDefinition> change) {
            changes.add(new AlterObject<>(operator, change));
            return this;
        }
    }
}
