package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Where to find objects of a database, but by their ids.
 *
 * @param kinds the objects of a class
 * @param users the objects that require an object
 * @param names the objects that have a name, whatever they are
 * @param slots the object that occupies a slot
 */
record Lookups(
        PMap<Class<?>, PSet<ObjectId<?>>> kinds,
        PMap<ObjectId<?>, PSet<ObjectId<?>>> users,
        PMap<QualifiedName, PSet<ObjectId<?>>> names,
        PMap<Slot, ObjectId<?>> slots) {

    static final Lookups EMPTY =
            new Lookups(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** These and an object that requires others. */
    Lookups plus(SchemaObject object, Set<ObjectId<?>> required) {
        ObjectId<?> id = object.id();
        PMap<ObjectId<?>, PSet<ObjectId<?>>> moreUsers = users;
        for (ObjectId<?> one : required) {
            moreUsers = added(moreUsers, one, id);
        }
        PMap<Slot, ObjectId<?>> moreSlots = slots;
        for (Slot slot : object.slots()) {
            moreSlots = moreSlots.plus(slot, id);
        }
        return new Lookups(
                added(kinds, id.type(), id),
                moreUsers,
                object.foundByName() ? added(names, id.name(), id) : names,
                moreSlots);
    }

    /** These without an object that required others when it came. */
    Lookups minus(SchemaObject object, Set<ObjectId<?>> required) {
        ObjectId<?> id = object.id();
        PMap<ObjectId<?>, PSet<ObjectId<?>>> fewerUsers = users;
        for (ObjectId<?> one : required) {
            fewerUsers = removed(fewerUsers, one, id);
        }
        return new Lookups(
                removed(kinds, id.type(), id),
                fewerUsers,
                removed(names, id.name(), id),
                slots.minusAll(object.slots()));
    }

    private static <K> PMap<K, PSet<ObjectId<?>>> added(PMap<K, PSet<ObjectId<?>>> index, K key, ObjectId<?> id) {
        return index.plus(key, index.getOrDefault(key, HashTreePSet.empty()).plus(id));
    }

    private static <K> PMap<K, PSet<ObjectId<?>>> removed(PMap<K, PSet<ObjectId<?>>> index, K key, ObjectId<?> id) {
        PSet<ObjectId<?>> rest = index.getOrDefault(key, HashTreePSet.empty()).minus(id);
        return rest.isEmpty() ? index.minus(key) : index.plus(key, rest);
    }
}
