package dev.varve.dsl;

import dev.varve.dsl.FunctionTraitChange.Costing;
import dev.varve.dsl.FunctionTraitChange.Depending;
import dev.varve.dsl.FunctionTraitChange.Giving;
import dev.varve.dsl.FunctionTraitChange.Leakproof;
import dev.varve.dsl.FunctionTraitChange.Parallel;
import dev.varve.dsl.FunctionTraitChange.Strict;
import dev.varve.dsl.FunctionTraitChange.Supported;
import dev.varve.model.Argument;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.ParallelSafety;
import dev.varve.model.RoutineBody;
import dev.varve.model.RoutineTraits;
import dev.varve.model.Volatility;
import dev.varve.operation.AlterObject;
import dev.varve.operation.ObjectChange;
import dev.varve.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function as it is written; with its name and arguments alone it stands for one that is already there.
 *
 * <p>Without another word it is written in PL/pgSQL and returns nothing, or what {@code out} and {@code inout} say.
 */
public record FunctionSpec(Function function) implements RoutineSpec<FunctionSpec>, Alterable<FunctionSpec.Alteration> {

    static FunctionSpec of(String name) {
        return new FunctionSpec(Function.of(QualifiedName.of("public", name)));
    }

    @Override
    public Function routine() {
        return function;
    }

    @Override
    public FunctionSpec named(QualifiedName name) {
        return new FunctionSpec(function.named(name));
    }

    @Override
    public FunctionSpec taking(List<Argument> arguments) {
        return new FunctionSpec(function.taking(arguments));
    }

    @Override
    public FunctionSpec doing(RoutineBody body) {
        return new FunctionSpec(function.doing(body));
    }

    @Override
    public FunctionSpec running(RoutineTraits traits) {
        return new FunctionSpec(function.running(traits));
    }

    /** Gives a value of the type that the column has. */
    public FunctionSpec returns(ColumnSpec<?> type) {
        return returns(type.type().sql());
    }

    /** Gives what PostgreSQL calls by that name, such as {@code trigger} or {@code setof text}. */
    public FunctionSpec returns(String type) {
        return new FunctionSpec(function.returning(type));
    }

    /** Gives any number of values of the type that the column has. */
    public FunctionSpec returnsSetOf(ColumnSpec<?> type) {
        return returns("setof " + type.type().sql());
    }

    /** Gives rows, with one more column. */
    public FunctionSpec returnsColumn(String name, ColumnSpec<?> type) {
        return new FunctionSpec(function.returningColumn(name, type.type()));
    }

    /** Depends on its arguments and the database only. */
    public FunctionSpec stable() {
        return planned(new Depending(Volatility.STABLE));
    }

    /** Depends on its arguments only. */
    public FunctionSpec immutable() {
        return planned(new Depending(Volatility.IMMUTABLE));
    }

    /** Gives null wherever an argument is null, without being run. */
    public FunctionSpec strict() {
        return planned(new Strict(true));
    }

    /** Lets nothing of its arguments out but by its result; only a superuser can say so. */
    public FunctionSpec leakproof() {
        return planned(new Leakproof(true));
    }

    /** Runs in any of the processes that work on a query. */
    public FunctionSpec parallelSafe() {
        return planned(new Parallel(ParallelSafety.SAFE));
    }

    /** Runs in the process that leads the others that work on a query. */
    public FunctionSpec parallelRestricted() {
        return planned(new Parallel(ParallelSafety.RESTRICTED));
    }

    /** Sees the rows of a window; such a function is written in C or is one of PostgreSQL's own. */
    public FunctionSpec window() {
        return new FunctionSpec(function.planned(function.planning().overWindow()));
    }

    /** Costs so much a call, in units of {@code cpu_operator_cost}. */
    public FunctionSpec cost(double cost) {
        return planned(new Costing(BigDecimal.valueOf(cost)));
    }

    /** Gives about so many rows. */
    public FunctionSpec rows(double rows) {
        return planned(new Giving(BigDecimal.valueOf(rows)));
    }

    /** Has a function that helps the planner; only a superuser can say so. */
    public FunctionSpec support(String schema, String name) {
        return planned(new Supported(QualifiedName.of(schema, name)));
    }

    private FunctionSpec planned(FunctionTraitChange change) {
        return new FunctionSpec(function.planned(change.apply(function.planning())));
    }

    @Override
    public ObjectId<Function> id() {
        return function.id();
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Running(UnaryOperator<RoutineTraits> change) implements ObjectChange<Function> {

        @Override
        public Function of(Function before) {
            return before.running(change.apply(before.traits()));
        }
    }

    private record Planning(FunctionTraitChange change) implements ObjectChange<Function> {

        @Override
        public Function of(Function before) {
            return before.planned(change.apply(before.planning()));
        }
    }

    /** The words for changing a function. */
    public static final class Alteration extends RoutineAlteration<Alteration> {

        private final ObjectId<Function> function;
        private final Changes changes;

        private Alteration(ObjectId<Function> function, Changes changes) {
            this.function = function;
            this.changes = changes;
        }

        @Override
        Alteration running(UnaryOperator<RoutineTraits> change) {
            return record(new Running(change));
        }

        private Alteration planning(FunctionTraitChange change) {
            return record(new Planning(change));
        }

        private Alteration record(ObjectChange<Function> change) {
            changes.add(new AlterObject<>(function, change));
            return this;
        }

        /** Depends on anything from now on. */
        public Alteration unstable() {
            return planning(new Depending(Volatility.VOLATILE));
        }

        /** Depends on its arguments and the database only. */
        public Alteration stable() {
            return planning(new Depending(Volatility.STABLE));
        }

        /** Depends on its arguments only. */
        public Alteration immutable() {
            return planning(new Depending(Volatility.IMMUTABLE));
        }

        /** Gives null wherever an argument is null, without being run. */
        public Alteration strict() {
            return planning(new Strict(true));
        }

        /** Is run for null, too. */
        public Alteration calledOnNull() {
            return planning(new Strict(false));
        }

        /** Lets nothing of its arguments out but by its result. */
        public Alteration leakproof() {
            return planning(new Leakproof(true));
        }

        /** May let its arguments out. */
        public Alteration notLeakproof() {
            return planning(new Leakproof(false));
        }

        /** Runs in any of the processes that work on a query. */
        public Alteration parallelSafe() {
            return planning(new Parallel(ParallelSafety.SAFE));
        }

        /** Runs in the process that leads the others that work on a query. */
        public Alteration parallelRestricted() {
            return planning(new Parallel(ParallelSafety.RESTRICTED));
        }

        /** Leaves queries that call it to one process. */
        public Alteration parallelUnsafe() {
            return planning(new Parallel(ParallelSafety.UNSAFE));
        }

        /** Costs so much a call, in units of {@code cpu_operator_cost}. */
        public Alteration cost(double cost) {
            return planning(new Costing(BigDecimal.valueOf(cost)));
        }

        /** Gives about so many rows. */
        public Alteration rows(double rows) {
            return planning(new Giving(BigDecimal.valueOf(rows)));
        }

        /** Has a function that helps the planner. */
        public Alteration support(String schema, String name) {
            return planning(new Supported(QualifiedName.of(schema, name)));
        }
    }
}
