package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The difference between two states with the renames first, of which one is found after the other. */
final class Renames {

    private final Database to;
    private final List<Operation> operations = new ArrayList<>();
    private Database state;

    Renames(Database from, Database to) {
        this.state = from;
        this.to = to;
    }

    /** What may be a rename besides those that are followed already. */
    Stream<Renaming> candidates() {
        return Renaming.candidates(state, to).stream();
    }

    /** Follows all that is said to be one, however unlike. */
    void followSaid(Predicate<Renaming> isRename) {
        follow(() -> Renaming.possible(state, to).stream().filter(isRename).findFirst());
    }

    /** Follows all that may be one and is. */
    void follow(Predicate<Renaming> isRename) {
        follow(() -> candidates().filter(isRename).findFirst());
    }

    private void follow(Supplier<Optional<Renaming>> search) {
        Optional<Renaming> next = search.get();
        while (next.isPresent()) {
            next.get().operations(state).forEach(this::apply);
            next = search.get();
        }
    }

    private void apply(Operation operation) {
        operations.add(operation);
        state = operation.after(state);
    }

    Difference difference(BiFunction<Database, Database, Difference> comparison) {
        return comparison.apply(state, to).after(operations);
    }
}
