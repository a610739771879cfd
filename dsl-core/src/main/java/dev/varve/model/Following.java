package dev.varve.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A rename on its way through a database: first the object itself, then whatever uses its name, and what is called otherwise by that. */
final class Following {

    private final Database original;
    private final Rename rename;
    private final Map<ObjectId<?>, ObjectId<?>> ids = new HashMap<>();
    private Database state;

    Following(Database original, Rename rename) {
        this.original = original;
        this.rename = rename;
        this.state = original;
    }

    /**
     * The database after it.
     *
     * @throws RefusedException if the new name is taken, or something uses the name in a way that cannot be followed
     */
    Database result() {
        SchemaObject subject = original.get(rename.subject());
        SchemaObject after = rename.newId(subject.id()).isPresent()
                ? subject.named(rename.follow(subject.id()).name()).following(rename)
                : subject.following(rename);
        refuseAmbiguous(subject.id());
        refuseTaken(after.id());
        state = original.without(subject).checked(after).with(after);
        ids.put(subject.id(), after.id());
        follow(followers(subject.id()), rename);
        subject.renamedAlong(after.id()).ifPresent(other -> follow(original.users(subject.id()), other));
        return subject.leavingNames(after, state);
    }

    private void refuseTaken(ObjectId<?> to) {
        if (!to.equals(rename.subject()) && original.has(to)) {
            throw new ObjectExistsException(to, to);
        }
    }

    private List<ObjectId<?>> followers(ObjectId<?> subject) {
        if (rename instanceof Rename.OfStranger stranger) {
            return new Strangers(original, stranger.from().schema()).users();
        }
        return rename instanceof Rename.OfValue ? allUsers(subject) : original.users(subject);
    }

    /** What calls a function in a text calls each of that name, as far as anybody can tell from the text. */
    private void refuseAmbiguous(ObjectId<?> id) {
        for (ObjectId<?> other : original.called(id.name())) {
            List<ObjectId<?>> both = original.users(id).stream()
                    .filter(original.users(other)::contains)
                    .toList();
            if (other.type() == id.type() && !other.equals(id) && !both.isEmpty()) {
                ObjectId<?> user = both.get(0);
                throw new RefusedException(
                        user,
                        "The " + user + " may call the " + id + " or the " + other
                                + ", so that it cannot follow a new name for"
                                + " certain. Drop the " + user.kind()
                                + " before the rename and create it again after it, in the same revision.");
            }
        }
    }

    private void follow(List<ObjectId<?>> followers, Rename one) {
        Map<ObjectId<?>, Rename> moved = new LinkedHashMap<>();
        for (ObjectId<?> follower : followers) {
            SchemaObject before = state.get(ids.getOrDefault(follower, follower));
            SchemaObject after = before.following(one);
            if (!after.id().equals(before.id())) {
                Rename move = new Rename.OfObject(before.id(), after.id());
                after = after.following(move); // a table may reference itself
                ids.put(follower, after.id());
                moved.put(follower, move);
            }
            state = state.without(before).with(after);
        }
        moved.forEach((follower, move) -> follow(original.users(follower), move));
    }

    /** The users, their users, and so on: a value is written where only the column's relation is required. */
    private List<ObjectId<?>> allUsers(ObjectId<?> id) {
        Set<ObjectId<?>> all = new TreeSet<>();
        Deque<ObjectId<?>> next = new ArrayDeque<>(original.users(id));
        while (!next.isEmpty()) {
            ObjectId<?> user = next.pop();
            if (all.add(user)) {
                next.addAll(original.users(user));
            }
        }
        return List.copyOf(all);
    }
}
