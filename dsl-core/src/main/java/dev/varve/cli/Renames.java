package dev.varve.cli;

import dev.varve.diff.Difference;
import dev.varve.diff.Renaming;
import dev.varve.diff.Renamings;
import dev.varve.model.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is called otherwise in the second of two states, of which one is found after the other. */
final class Renames {

    private final Database from;
    private final Database to;
    private final Renamed state;
    private final List<Renaming> followed = new ArrayList<>();

    Renames(Database from, Database to) {
        this.from = from;
        this.to = to;
        this.state = new Renamed(from, to);
    }

    /** What may be a rename besides those that are followed already. */
    Stream<Renaming> candidates() {
        return found().candidates().stream();
    }

    /** The same as far as it is open, without what comes with a schema that is called otherwise. */
    List<Renaming> unanswered(Predicate<Renaming> isOpen) {
        return found().unanswered(isOpen);
    }

    /** What somebody may say to be one. */
    Stream<Renaming> possible() {
        return found().possible().stream();
    }

    private Renamings found() {
        return new Renamings(state.database(), to);
    }

    /** Follows all that is said to be one, however unlike. */
    void followSaid(Predicate<Renaming> isRename) {
        follow(() -> possible().filter(isRename).findFirst());
    }

    /** Follows all that may be one and is. */
    void follow(Predicate<Renaming> isRename) {
        follow(() -> candidates().filter(isRename).findFirst());
    }

    private void follow(Supplier<Optional<Renaming>> search) {
        Optional<Renaming> next = search.get();
        while (next.isPresent()) {
            state.follow(next.get());
            followed.add(next.get());
            next = search.get();
        }
    }

    /** What leads from the first state to the second, with the renames first. */
    Difference difference(BiFunction<Database, Database, Difference> comparison) {
        return comparison.apply(state.database(), to).after(state.operations());
    }

    /** What leads from the second state back to the first, with the same taken for the same. */
    Difference wayBack(BiFunction<Database, Database, Difference> comparison) {
        Renamed back = new Renamed(to, from);
        for (int i = followed.size() - 1; i >= 0; i--) {
            back.follow(followed.get(i).back());
        }
        return comparison.apply(back.database(), from).after(back.operations());
    }
}
