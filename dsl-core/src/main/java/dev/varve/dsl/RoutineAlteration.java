package dev.varve.dsl;

import dev.varve.model.RoutineTraits;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The words for changing how a function or a procedure runs.
 *
 * @param <A> the words for changing it
 */
public abstract class RoutineAlteration<A extends RoutineAlteration<A>> {

    private record Rights(boolean ofOwner) implements UnaryOperator<RoutineTraits> {

        @Override
        public RoutineTraits apply(RoutineTraits before) {
            return before.securityDefiner(ofOwner);
        }
    }

    private record Setting(String parameter, Optional<String> value) implements UnaryOperator<RoutineTraits> {

        @Override
        public RoutineTraits apply(RoutineTraits before) {
            return value.map(v -> before.setting(parameter, v)).orElseGet(() -> before.resetting(parameter));
        }
    }

    RoutineAlteration() {}

    /** Records that it runs in another way. */
    abstract A running(UnaryOperator<RoutineTraits> change);

    /** Runs with the rights of its owner from now on, and with an empty {@code search_path}. */
    public A securityDefiner() {
        running(new Rights(true));
        return setting("search_path", "");
    }

    /** Runs with the rights of whoever calls it from now on. */
    public A securityInvoker() {
        return running(new Rights(false));
    }

    /** Runs with a run-time parameter set to that value from now on. */
    public A setting(String parameter, String value) {
        return running(new Setting(parameter, Optional.of(value)));
    }

    /** Runs with a run-time parameter as it is where it is called. */
    public A resetting(String parameter) {
        return running(new Setting(parameter, Optional.empty()));
    }
}
