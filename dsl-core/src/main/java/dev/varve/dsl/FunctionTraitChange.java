package dev.varve.dsl;

import dev.varve.model.FunctionTraits;
import dev.varve.model.ParallelSafety;
import dev.varve.model.Volatility;
import dev.varve.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** One thing that the planner is told of a function; a value, so that operations that say the same are equal. */
interface FunctionTraitChange extends UnaryOperator<FunctionTraits> {

    /** What its result depends on. */
    record Depending(Volatility volatility) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.depending(volatility);
        }
    }

    /** In which of the processes that work on a query it runs. */
    record Parallel(ParallelSafety safety) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.parallel(safety);
        }
    }

    /** Whether it gives null wherever an argument is null. */
    record Strict(boolean strict) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.strict(strict);
        }
    }

    /** Whether it lets nothing of its arguments out but by its result. */
    record Leakproof(boolean leakproof) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.leakproof(leakproof);
        }
    }

    /** What a call costs. */
    record Costing(BigDecimal cost) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.estimated(before.estimate().costing(cost));
        }
    }

    /** How many rows it gives. */
    record Giving(BigDecimal rows) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.estimated(before.estimate().giving(rows));
        }
    }

    /** The function that helps the planner. */
    record Supported(QualifiedName function) implements FunctionTraitChange {

        @Override
        public FunctionTraits apply(FunctionTraits before) {
            return before.estimated(before.estimate().supportedBy(function));
        }
    }
}
