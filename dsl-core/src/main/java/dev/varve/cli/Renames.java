package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.diff.Renamings;
import dev.varve.model.Database;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
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
        return new Renamings(state, to).candidates().stream();
    }

    /** Follows all that is said to be one, however unlike. */
    void followSaid(Predicate<Renaming> isRename) {
        follow(() ->
                new Renamings(state, to).possible().stream().filter(isRename).findFirst());
    }

    /** Follows all that may be one and is. */
    void follow(Predicate<Renaming> isRename) {
        follow(() -> candidates().filter(isRename).findFirst());
    }

    private void follow(Supplier<Optional<Renaming>> search) {
        Optional<Renaming> next = search.get();
        while (next.isPresent()) {
            makeSchema(next.get());
            next.get().operations(state).forEach(this::apply);
            next = search.get();
        }
    }

    /** What has come to a schema that has come with it. */
    private void makeSchema(Renaming renaming) {
        renaming.schema()
                .map(Schema::id)
                .filter(schema -> !state.has(schema))
                .flatMap(to::find)
                .ifPresent(schema -> apply(new CreateObject(schema)));
    }

    private void apply(Operation operation) {
        operations.add(operation);
        state = operation.after(state);
    }

    Difference difference(BiFunction<Database, Database, Difference> comparison) {
        return comparison.apply(state, to).after(operations);
    }
}
