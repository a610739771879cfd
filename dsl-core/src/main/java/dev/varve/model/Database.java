package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A database as one immutable value: its objects by id, and the verbs that change it. Every verb gives a new value and shares
 * what did not change, and refuses what PostgreSQL would refuse.
 *
 * <p>Two databases are equal when they hold equal objects on servers that can do the same.
 */
public final class Database {

    private static final Database EMPTY = new Database(
            Environment.NEWEST, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** An object, and what it required when it came. */
    private record Entry(SchemaObject object, Set<ObjectId<?>> required) {}

    private final Environment environment;
    private final PMap<ObjectId<?>, Entry> objects;
    private final PMap<ObjectId<?>, PSet<ObjectId<?>>> users;
    private final PMap<QualifiedName, PSet<ObjectId<?>>> names;
    private final PMap<Slot, ObjectId<?>> slots;

    private Database(
            Environment environment,
            PMap<ObjectId<?>, Entry> objects,
            PMap<ObjectId<?>, PSet<ObjectId<?>>> users,
            PMap<QualifiedName, PSet<ObjectId<?>>> names,
            PMap<Slot, ObjectId<?>> slots) {
        this.environment = environment;
        this.objects = objects;
        this.users = users;
        this.names = names;
        this.slots = slots;
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
        return new Database(other, objects, users, names, slots);
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
        return find(id).orElseThrow(
                        () -> new UnknownObjectException(id, ids(id.type()).toList()));
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
        return ids(type).sorted().map(id -> type.cast(object(id)));
    }

    private Stream<ObjectId<?>> ids(Class<? extends SchemaObject> type) {
        return objects.keySet().stream().filter(id -> id.type().equals(type));
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
        List<SchemaObject> all = new ArrayList<>(List.of(get(id)));
        owned(id).forEach(owned -> all.addAll(withOwned(owned.id())));
        return all;
    }

    /** The objects of any kind, but for those that others own, that have one of these names, such as the ones that a text names with their schema. */
    public Set<ObjectId<?>> named(Collection<QualifiedName> wanted) {
        Set<ObjectId<?>> found = new HashSet<>();
        for (QualifiedName name : wanted) {
            found.addAll(names.getOrDefault(name, HashTreePSet.empty()));
            occupant(Slot.type(name)).ifPresent(found::add); // a type may come with another one, as a multirange does
        }
        return found;
    }

    /** The relation of that name: a table, a view, or whatever else occupies it. */
    public Optional<ObjectId<?>> occupant(Slot slot) {
        return Optional.ofNullable(slots.get(slot));
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
        if (has(object.id())) {
            throw new ObjectExistsException(object.id(), object.id());
        }
        Database more = checked(object).with(object);
        for (SchemaObject other : object.comingWith(this)) {
            more = more.plus(other);
        }
        return more;
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
        List<ObjectId<?>> broken = owner.map(o -> rest.brokenBy(o)).orElse(List.of());
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
            rest = rest.vanished(one.id(), Set.of(id));
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
     * This database after a rename, followed by everything that uses the name.
     *
     * @throws RefusedException if the new name is taken, or something uses the name in a way that cannot be followed
     */
    public Database renamed(Rename rename) {
        SchemaObject subject = get(rename.subject());
        refuseImplied(subject.id());
        SchemaObject after = rename.newId(subject.id()).isPresent()
                ? subject.named(rename.follow(subject.id()).name()).following(rename)
                : subject.following(rename);
        refuseAmbiguous(subject.id());
        List<ObjectId<?>> followers = rename instanceof Rename.OfValue ? allUsers(subject.id()) : users(subject.id());
        return without(subject)
                .checked(after)
                .with(after)
                .followed(followers, rename, this, new HashMap<>(Map.of(subject.id(), after.id())));
    }

    /** What calls a function in a text calls each of that name, as far as anybody can tell from the text. */
    private void refuseAmbiguous(ObjectId<?> id) {
        for (ObjectId<?> other : names.getOrDefault(id.name(), HashTreePSet.empty())) {
            Set<ObjectId<?>> both = usersOf(id);
            both.retainAll(usersOf(other));
            if (other.type() == id.type() && !other.equals(id) && !both.isEmpty()) {
                ObjectId<?> user = both.iterator().next();
                throw new RefusedException(
                        user,
                        "The " + user + " may call the " + id + " or the " + other
                                + ", so that it cannot follow a new name for"
                                + " certain. Drop the " + user.kind()
                                + " before the rename and create it again after it, in the same revision.");
            }
        }
    }

    /**
     * This database after some objects have followed a rename, and then those that use what is called something else by that.
     *
     * @param original the database before any of it, which knows who uses whom
     * @param ids what objects of the original are called by now
     */
    private Database followed(
            List<ObjectId<?>> followers, Rename rename, Database original, Map<ObjectId<?>, ObjectId<?>> ids) {
        Database next = this;
        Map<ObjectId<?>, Rename> moved = new LinkedHashMap<>();
        for (ObjectId<?> follower : followers) {
            SchemaObject before = next.object(ids.getOrDefault(follower, follower));
            SchemaObject after = before.following(rename);
            if (!after.id().equals(before.id())) {
                Rename move = new Rename.OfObject(before.id(), after.id());
                after = after.following(move); // a table may reference itself
                ids.put(follower, after.id());
                moved.put(follower, move);
            }
            next = next.without(before).with(after);
        }
        for (Map.Entry<ObjectId<?>, Rename> move : moved.entrySet()) {
            next = next.followed(original.users(move.getKey()), move.getValue(), original, ids);
        }
        return next;
    }

    /** The users, their users, and so on: a value is written where only the column's relation is required. */
    private List<ObjectId<?>> allUsers(ObjectId<?> id) {
        Set<ObjectId<?>> all = new TreeSet<>();
        Deque<ObjectId<?>> next = new ArrayDeque<>(users(id));
        while (!next.isEmpty()) {
            ObjectId<?> user = next.pop();
            if (all.add(user)) {
                next.addAll(users(user));
            }
        }
        return List.copyOf(all);
    }

    private Database checked(SchemaObject object) {
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

    private Database with(SchemaObject object) {
        return requiring(object, object.requires(this));
    }

    private Database requiring(SchemaObject object, Set<ObjectId<?>> requires) {
        ObjectId<?> id = object.id();
        Set<ObjectId<?>> required = Set.copyOf(requires);
        PMap<ObjectId<?>, PSet<ObjectId<?>>> moreUsers = users;
        for (ObjectId<?> one : required) {
            moreUsers = added(moreUsers, one, id);
        }
        PMap<Slot, ObjectId<?>> moreSlots = slots;
        for (Slot slot : object.slots()) {
            moreSlots = moreSlots.plus(slot, id);
        }
        PMap<QualifiedName, PSet<ObjectId<?>>> moreNames = object.foundByName() ? added(names, id.name(), id) : names;
        return new Database(
                environment, objects.plus(id, new Entry(object, required)), moreUsers, moreNames, moreSlots);
    }

    private Database without(SchemaObject object) {
        ObjectId<?> id = object.id();
        PMap<ObjectId<?>, PSet<ObjectId<?>>> fewerUsers = users;
        for (ObjectId<?> one : objects.get(id).required()) {
            fewerUsers = removed(fewerUsers, one, id);
        }
        PMap<QualifiedName, PSet<ObjectId<?>>> fewerNames = removed(names, id.name(), id);
        return new Database(environment, objects.minus(id), fewerUsers, fewerNames, slots.minusAll(object.slots()));
    }

    private static <K> PMap<K, PSet<ObjectId<?>>> added(PMap<K, PSet<ObjectId<?>>> index, K key, ObjectId<?> id) {
        return index.plus(key, index.getOrDefault(key, HashTreePSet.empty()).plus(id));
    }

    private static <K> PMap<K, PSet<ObjectId<?>>> removed(PMap<K, PSet<ObjectId<?>>> index, K key, ObjectId<?> id) {
        PSet<ObjectId<?>> rest = index.getOrDefault(key, HashTreePSet.empty()).minus(id);
        return rest.isEmpty() ? index.minus(key) : index.plus(key, rest);
    }

    private SchemaObject object(ObjectId<?> id) {
        return get(id);
    }

    private Set<ObjectId<?>> usersOf(ObjectId<?> id) {
        Set<ObjectId<?>> found = new HashSet<>(users.getOrDefault(id, HashTreePSet.empty()));
        found.remove(id);
        return found;
    }

    private boolean isOwnedBy(ObjectId<?> user, ObjectId<?> owner) {
        return object(user).owner().filter(owner::equals).isPresent();
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
        return objects.values().stream().map(Entry::object).collect(Collectors.toSet());
    }

    /** Every object on a line of its own. */
    @Override
    public String toString() {
        return String.join("\n", objects().map(Object::toString).toList());
    }
}
