package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.spi.SchemaModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of a database is compared. What belongs to something, as an index does to its table, is compared with it.
 *
 * @param included what is meant; everything if empty
 * @param excluded what is left out of that
 * @param also what an object has to be besides
 * @param ignored facts about tables of which no notice is taken, by kind
 */
public record Scope(
        List<ObjectPattern> included,
        List<ObjectPattern> excluded,
        Predicate<? super SchemaObject> also,
        Set<String> ignored) {

    /** All objects. */
    public static final Scope EVERYTHING = new Scope(List.of(), List.of(), object -> true, Set.of());

    /** A copy that cannot be changed. */
    public Scope {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        ignored = Set.copyOf(ignored);
    }

    /** The same scope with nothing but what fits one of the patterns, and the schemas that hold it. */
    public Scope including(String... patterns) {
        return new Scope(plus(included, patterns), excluded, also, ignored);
    }

    /** The same scope without what fits one of the patterns. */
    public Scope excluding(String... patterns) {
        return new Scope(included, plus(excluded, patterns), also, ignored);
    }

    /** The same scope with nothing but objects that are so. */
    public Scope where(Predicate<? super SchemaObject> condition) {
        return new Scope(included, excluded, object -> also.test(object) && condition.test(object), ignored);
    }

    /**
     * The same scope without notice of some kinds of objects, such as {@code comment}, or of facts about tables and their columns, such as
     * {@code storage parameters} and {@code column statistics}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public Scope ignoring(String... kinds) {
        Scope scope = this;
        for (String kind : kinds) {
            String known = Ignored.known(kind);
            scope = SchemaModules.all().objectKinds().contains(known) ? scope.excluding(known + ":*") : scope;
            scope = new Scope(
                    scope.included,
                    scope.excluded,
                    scope.also,
                    new Ignored(scope.ignored).plus(known).kinds());
        }
        return scope;
    }

    /** The same scope, whoever owns the objects. */
    public Scope withoutOwners() {
        return excluding("ownership:*");
    }

    /** The same scope, whoever may do what with the objects, now or by default. */
    public Scope withoutPrivileges() {
        return excluding("privileges:*", "default privileges:*");
    }

    private static List<ObjectPattern> plus(List<ObjectPattern> patterns, String... more) {
        return Stream.concat(patterns.stream(), Stream.of(more).map(ObjectPattern::new))
                .toList();
    }

    /** A state as far as it is compared, and the rest as another one has it. */
    public Database of(Database state, Database other) {
        if (equals(EVERYTHING)) {
            return state;
        }
        Ignored facts = new Ignored(ignored);
        List<SchemaObject> objects = new ArrayList<>();
        state.objects()
                .filter(object -> holds(object, state))
                .map(object -> facts.asIn(other.find(object.id()), object))
                .forEach(objects::add);
        other.objects().filter(object -> !holds(object, other)).forEach(objects::add);
        return Database.holding(state.environment(), objects);
    }

    /** Whether an object of a state is compared. */
    public boolean holds(SchemaObject object, Database state) {
        List<SchemaObject> chain = withOwners(object, state);
        boolean isIncluded = included.isEmpty()
                || chain.stream().anyMatch(one -> included.stream().anyMatch(pattern -> pattern.reaches(one.id())));
        return isIncluded
                && chain.stream()
                        .allMatch(one -> also.test(one)
                                && !new Ignored(ignored).covers(one)
                                && excluded.stream().noneMatch(pattern -> pattern.matches(one.id())));
    }

    private static List<SchemaObject> withOwners(SchemaObject object, Database state) {
        List<SchemaObject> chain = new ArrayList<>();
        Optional<? extends SchemaObject> next = Optional.of(object);
        while (next.isPresent()) {
            chain.add(next.get());
            Optional<ObjectId<?>> owner = next.get().owner();
            next = owner.flatMap(state::find);
        }
        return chain;
    }
}
