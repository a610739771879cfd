package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

/**
 * A database as one immutable value: its objects by id, and the verbs that change it. Every verb gives a new value and shares
 * what did not change, and refuses what PostgreSQL would refuse.
 *
 * <p>Two databases are equal when they hold equal objects on servers that can do the same.
 */
public final class Database {

    private static final Database EMPTY = new Database(Environment.NEWEST, HashTreePMap.empty(), Lookups.EMPTY);

    /** An object, and what it required when it came. */
    private record Entry(SchemaObject object, Set<ObjectId<?>> required) {}

    private final Environment environment;
    private final PMap<ObjectId<?>, Entry> objects;
    private final Lookups lookups;

    private Database(Environment environment, PMap<ObjectId<?>, Entry> objects, Lookups lookups) {
        this.environment = environment;
        this.objects = objects;
        this.lookups = lookups;
    }

    /** A database without objects on the newest server that the library knows. */
    public static Database empty() {
        return EMPTY;
    }

    /** A database that holds these objects, as a server says that it does: nothing is checked. */
    public static Database holding(Environment environment, Collection<? extends SchemaObject> objects) {
        Database all = EMPTY.on(environment);
        for (SchemaObject object : objects) {
            all = all.requiring(object, Set.of());
        }
        for (SchemaObject object : objects) {
            all = all.requiring(object, object.requires(all)); // now that everything is there that a text may name
        }
        return all;
    }

    /** What the server can do. */
    public Environment environment() {
        return environment;
    }

    /** The same objects on another server. */
    public Database on(Environment other) {
        return new Database(other, objects, lookups);
    }

    /** The object of that id, if there is one. */
    public <T extends SchemaObject> Optional<T> find(ObjectId<T> id) {
        return Optional.ofNullable(objects.get(id))
                .map(Entry::object)
                .or(() -> isImplied(id) ? Optional.of(Schema.PUBLIC) : Optional.empty())
                .map(id.type()::cast);
    }

    /** Whether every database has the object, so that nothing is said of it. */
    private static boolean isImplied(ObjectId<?> id) {
        return id.equals(Schema.PUBLIC.id());
    }

    private static void refuseImplied(ObjectId<?> id) {
        if (isImplied(id)) {
            throw new RefusedException(
                    id, "The " + id + " is in every database and stays what it is; make another schema instead.");
        }
    }

    /**
     * The object of that id.
     *
     * @throws UnknownObjectException if there is none
     */
    public <T extends SchemaObject> T get(ObjectId<T> id) {
        return find(id).orElseThrow(() -> new UnknownObjectException(id, ids(id.type())));
    }

    /** Whether there is an object of that id. */
    public boolean has(ObjectId<?> id) {
        return objects.containsKey(id) || isImplied(id);
    }

    /** All objects, ordered by name. */
    public Stream<SchemaObject> objects() {
        return objects.keySet().stream().sorted().map(this::object);
    }

    /** The objects of one class, ordered by name. */
    public <T extends SchemaObject> Stream<T> objects(Class<T> type) {
        return ids(type).stream().sorted().map(id -> type.cast(object(id)));
    }

    private Collection<ObjectId<?>> ids(Class<? extends SchemaObject> type) {
        return lookups.kinds().getOrDefault(type, HashTreePSet.empty());
    }

    /** The number of objects. */
    public int size() {
        return objects.size();
    }

    /** The ids of the objects that require that one, ordered by name. */
    public List<ObjectId<?>> users(ObjectId<?> id) {
        return usersOf(id).stream().sorted().<ObjectId<?>>map(u -> u).toList();
    }

    /** The objects that vanish with that one, ordered by name, but those that lean on others of them after these. */
    public List<SchemaObject> owned(ObjectId<?> id) {
        List<ObjectId<?>> owned =
                users(id).stream().filter(user -> isOwnedBy(user, id)).toList();
        return owned.stream()
                .sorted(Comparator.comparing(
                        one -> owned.stream().anyMatch(objects.get(one).required()::contains)))
                .map(this::object)
                .toList();
    }

    /** The object of that id and everything that vanishes with it, each after its owner. */
    public List<SchemaObject> withOwned(ObjectId<?> id) {
        Set<SchemaObject> all = new LinkedHashSet<>(List.of(get(id)));
        for (SchemaObject one : owned(id)) {
            List<SchemaObject> more = withOwned(one.id());
            more.forEach(all::remove); // what has several owners comes after the last of them
            all.addAll(more);
        }
        return List.copyOf(all);
    }

    /** The objects of any kind, but for those that others own, that have one of these names, such as the ones that a text names with their schema. */
    public Set<ObjectId<?>> named(Collection<QualifiedName> wanted) {
        Set<ObjectId<?>> found = new HashSet<>();
        for (QualifiedName name : wanted) {
            found.addAll(called(name));
            occupant(Slot.type(name)).ifPresent(found::add); // a type may come with another one, as a multirange does
        }
        return found;
    }

    /** The objects of any kind, but for those that others own, that have that name. */
    Set<ObjectId<?>> called(QualifiedName name) {
        return lookups.names().getOrDefault(name, HashTreePSet.empty());
    }

    /** The relation of that name: a table, a view, or whatever else occupies it. */
    public Optional<ObjectId<?>> occupant(Slot slot) {
        return Optional.ofNullable(lookups.slots().get(slot));
    }

    /**
     * This database with one more object.
     *
     * @throws ObjectExistsException if its name is taken
     * @throws UnknownObjectException if it requires something that is not there
     * @throws RefusedException if PostgreSQL would refuse the object itself
     */
    public Database plus(SchemaObject declared) {
        SchemaObject object = declared.arriving(this);
        if (has(object.id()) && object.replacesOther()) {
            return without(object(object.id())).plus(object);
        }
        Database more = plusAlone(declared);
        for (SchemaObject other : object.comingWith(this)) {
            more = more.plus(other);
        }
        return more;
    }

    /** The same with an object that was another one before, so that nothing is granted on it by default. */
    public Database plusAlone(SchemaObject declared) {
        SchemaObject object = declared.arriving(this);
        if (has(object.id())) {
            throw new ObjectExistsException(object.id(), object.id());
        }
        return checked(object).with(object);
    }

    /**
     * This database with an object changed, under the same id.
     *
     * @throws RefusedException as {@link #plus} does
     */
    public <T extends SchemaObject> Database alter(ObjectId<T> id, UnaryOperator<T> change) {
        T before = get(id);
        T after = change.apply(before);
        return after.handingDown(before, without(before).checked(after).with(after));
    }

    /**
     * This database without an object and what that object owns.
     *
     * @throws UnknownObjectException if it is not there
     * @throws ObjectInUseException if others require it, or lean on what it gave to its owner, as a foreign key does on an index
     */
    public Database minus(ObjectId<?> id) {
        Optional<ObjectId<?>> owner = get(id).owner();
        Database rest = vanished(id);
        List<ObjectId<?>> broken = owner.map(o -> rest.brokenBy(o)).orElse(List.of()).stream()
                .<ObjectId<?>>filter(user -> !isRefused(user))
                .toList();
        if (!broken.isEmpty()) {
            throw new ObjectInUseException(id, "The " + id, broken);
        }
        return rest;
    }

    private Database vanished(ObjectId<?> id) {
        return vanished(id, Set.of());
    }

    /** What vanishes with its owner may be used by it, as a sequence by the default of its column. */
    private Database vanished(ObjectId<?> id, Set<ObjectId<?>> owners) {
        refuseImplied(id);
        SchemaObject object = get(id);
        Database rest = this;
        List<SchemaObject> owned = new ArrayList<>(owned(id));
        Collections.reverse(owned);
        for (SchemaObject one : owned) {
            rest = rest.has(one.id()) ? rest.vanished(one.id(), Set.of(id)) : rest;
        }
        Collection<ObjectId<?>> left = new ArrayList<>(rest.users(id));
        left.removeAll(owners);
        if (!left.isEmpty()) {
            throw new ObjectInUseException(id, "The " + id, left);
        }
        return rest.without(object);
    }

    /** That object and its users, as far as PostgreSQL would refuse them in this state. */
    public List<ObjectId<?>> brokenBy(ObjectId<?> changed) {
        return Stream.concat(Stream.of(changed), users(changed).stream())
                .filter(this::isRefused)
                .<ObjectId<?>>map(id -> id)
                .toList();
    }

    private boolean isRefused(ObjectId<?> id) {
        try {
            object(id).check(this);
            return false;
        } catch (RefusedException e) {
            return true;
        }
    }

    /**
     * This database after a change of something that those objects know by its name, whatever it becomes.
     *
     * @throws RefusedException if one of them cannot use what it has become
     */
    public Database around(List<ObjectId<?>> users, UnaryOperator<Database> change) {
        return around(users, change, user -> user);
    }

    /**
     * This database after a relation has become something else, which foreign keys and publications follow.
     *
     * @throws RefusedException if something that uses it cannot use what it has become
     */
    public Database becoming(Rename.OfObject other, List<ObjectId<?>> users, UnaryOperator<Database> change) {
        Database changed = around(users, change, new ReferencesTo(other)::in);
        users.stream()
                .map(changed::object)
                .filter(user -> user instanceof Table || user instanceof PartitionConstraint)
                .forEach(user -> user.check(changed));
        return changed;
    }

    /** This database while those objects are out of the way, whatever leans on them. */
    public Database settingAside(List<ObjectId<?>> ids) {
        Database rest = this;
        for (ObjectId<?> id : ids) {
            rest = rest.without(object(id));
        }
        return rest;
    }

    private Database around(
            List<ObjectId<?>> users, UnaryOperator<Database> change, UnaryOperator<SchemaObject> following) {
        Database changed = change.apply(settingAside(users));
        for (ObjectId<?> user : users) {
            SchemaObject after = following.apply(object(user));
            changed = changed.checked(after).with(after);
        }
        return changed;
    }

    /**
     * This database after a rename, followed by everything that uses the name.
     *
     * @throws RefusedException if the new name is taken, or something uses the name in a way that cannot be followed
     */
    public Database renamed(Rename rename) {
        refuseImplied(get(rename.subject()).id());
        return new Following(this, rename).result();
    }

    /** This database, which would take that object. */
    Database checked(SchemaObject object) {
        for (ObjectId<?> required : object.requires(this)) {
            if (!required.equals(object.id())) {
                get(required);
            }
        }
        for (Slot slot : object.slots()) {
            occupant(slot).ifPresent(other -> {
                throw new ObjectExistsException(object.id(), other);
            });
        }
        object.check(this);
        return this;
    }

    /** This database and an object that nobody checks. */
    Database with(SchemaObject object) {
        return requiring(object, object.requires(this));
    }

    private Database requiring(SchemaObject object, Set<ObjectId<?>> requires) {
        Set<ObjectId<?>> required = Set.copyOf(requires);
        return new Database(
                environment, objects.plus(object.id(), new Entry(object, required)), lookups.plus(object, required));
    }

    /** This database without an object, whoever uses it. */
    Database without(SchemaObject object) {
        Set<ObjectId<?>> required = objects.get(object.id()).required();
        return new Database(environment, objects.minus(object.id()), lookups.minus(object, required));
    }

    private SchemaObject object(ObjectId<?> id) {
        return get(id);
    }

    private Set<ObjectId<?>> usersOf(ObjectId<?> id) {
        Set<ObjectId<?>> found = new HashSet<>(lookups.users().getOrDefault(id, HashTreePSet.empty()));
        found.remove(id);
        return found;
    }

    private boolean isOwnedBy(ObjectId<?> user, ObjectId<?> owner) {
        return object(user).owners().contains(owner);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Database that
                && environment.equals(that.environment)
                && contents().equals(that.contents());
    }

    @Override
    public int hashCode() {
        return 31 * environment.hashCode() + contents().hashCode();
    }

    private Set<SchemaObject> contents() {
        return objects.values().stream()
                .map(Entry::object)
                .filter(SchemaObject::isCompared)
                .collect(Collectors.toSet());
    }

    /** Every object on a line of its own. */
    @Override
    public String toString() {
        return String.join("\n", objects().map(Object::toString).toList());
    }
}
