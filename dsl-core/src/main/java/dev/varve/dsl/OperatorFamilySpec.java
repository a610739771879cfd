package dev.varve.dsl;

import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.OperatorFamily;
import dev.varve.model.OperatorMembers;
import dev.varve.model.OperatorMembers.Strategy;
import dev.varve.model.OperatorMembers.Support;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An operator family as it is written; with its name and method alone it stands for one that is already there. */
public record OperatorFamilySpec(OperatorFamily family)
        implements Named, Creation, Replacement, Alterable<OperatorFamilySpec.Alteration> {

    static OperatorFamilySpec of(String name, String method) {
        return new OperatorFamilySpec(OperatorFamily.of(QualifiedName.of("public", name), method));
    }

    /** Puts the family into a schema; {@code pg_catalog} is that of PostgreSQL's own. */
    public OperatorFamilySpec inSchema(String schema) {
        return new OperatorFamilySpec(family.named(family.name().inSchema(schema)));
    }

    @Override
    public ObjectId<OperatorFamily> id() {
        return family.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(family));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(family);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Holding(OperatorMembers more) implements ObjectChange<OperatorFamily> {

        @Override
        public OperatorFamily of(OperatorFamily before) {
            OperatorMembers all = before.members();
            for (Strategy operator : more.operators()) {
                all = all.with(operator);
            }
            for (Support function : more.functions()) {
                all = all.with(function);
            }
            return before.holding(all);
        }
    }

    private record Dropping(int number, TypeName left, TypeName right, boolean operator)
            implements ObjectChange<OperatorFamily> {

        @Override
        public OperatorFamily of(OperatorFamily before) {
            return before.holding(before.members().without(this::isMeant));
        }

        private boolean isMeant(OperatorMembers.Member member) {
            return member instanceof Strategy == operator
                    && member.number() == number
                    && member.left().equals(left)
                    && member.right().equals(right);
        }
    }

    /** The words for changing what a family holds by itself: what is about two types, or about the type of none of its classes. */
    public static final class Alteration {

        private final ObjectId<OperatorFamily> family;
        private final Changes changes;

        private Alteration(ObjectId<OperatorFamily> family, Changes changes) {
            this.family = family;
            this.changes = changes;
        }

        /** Finds rows by an operator, under the number that its strategy has for the method. */
        public Alteration addOperator(int strategy, OperatorSpec operator) {
            return add(strategy, operator.operator(), Optional.empty());
        }

        /** Finds rows by an operator of PostgreSQL between values of two types. */
        public Alteration addOperator(int strategy, String symbol, ColumnSpec<?> left, ColumnSpec<?> right) {
            return add(strategy, builtIn(symbol, left, right), Optional.empty());
        }

        /** Orders rows by what an operator gives, such as a distance, as that family orders it. */
        public Alteration addOperatorForOrderBy(int strategy, OperatorSpec operator, OperatorFamilySpec order) {
            return add(strategy, operator.operator(), Optional.of(order.family().name()));
        }

        /** Orders rows by what an operator of PostgreSQL gives, as a family of PostgreSQL orders that. */
        public Alteration addOperatorForOrderBy(
                int strategy, String symbol, ColumnSpec<?> left, ColumnSpec<?> right, String order) {
            return add(strategy, builtIn(symbol, left, right), Optional.of(QualifiedName.of("pg_catalog", order)));
        }

        private static OperatorDefinition builtIn(String symbol, ColumnSpec<?> left, ColumnSpec<?> right) {
            return OperatorSpec.of(symbol, Optional.of(left.type()), right.type())
                    .inSchema("pg_catalog")
                    .operator();
        }

        private Alteration add(int strategy, OperatorDefinition operator, Optional<QualifiedName> orderBy) {
            TypeName left = operator.left().orElse(operator.right());
            return add(OperatorMembers.NONE.with(
                    new Strategy(strategy, operator.name(), left, operator.right(), orderBy)));
        }

        /** Calls a function that compares its two arguments, for what that number means to the method. */
        public Alteration addSupport(int number, FunctionSpec function) {
            List<TypeName> types =
                    function.function().arguments().stream().map(Argument::type).toList();
            return addSupport(number, function.id().name(), types);
        }

        /** Calls a function of PostgreSQL that compares its arguments, which are of these types. */
        public Alteration addSupport(int number, String function, ColumnSpec<?>... arguments) {
            List<TypeName> types = Stream.of(arguments).map(ColumnSpec::type).toList();
            return addSupport(number, QualifiedName.of("pg_catalog", function), types);
        }

        private Alteration addSupport(int number, QualifiedName function, List<TypeName> types) {
            TypeName right = types.get(Math.min(1, types.size() - 1));
            return add(OperatorMembers.NONE.with(new Support(number, types.get(0), right, function, types)));
        }

        private Alteration add(OperatorMembers more) {
            return record(new Holding(more));
        }

        /** Finds no rows any more by the operator of that number between values of these types. */
        public Alteration dropOperator(int strategy, ColumnSpec<?> left, ColumnSpec<?> right) {
            return record(new Dropping(
                    strategy, left.type().unmodified(), right.type().unmodified(), true));
        }

        /** Calls no function any more for what that number means between values of these types. */
        public Alteration dropSupport(int number, ColumnSpec<?> left, ColumnSpec<?> right) {
            return record(
                    new Dropping(number, left.type().unmodified(), right.type().unmodified(), false));
        }

        private Alteration record(ObjectChange<OperatorFamily> change) {
            changes.add(new AlterObject<>(family, change));
            return this;
        }
    }
}
