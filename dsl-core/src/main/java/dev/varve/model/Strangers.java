package dev.varve.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What objects name in a schema without being known there, such as the types and functions of an extension. Nobody lists what an object
 * names; but whatever it is, it follows the schema under another name, and what is known does not stay there.
 */
public record Strangers(Database database, String schema) {

    private static final String ELSEWHERE = "varve elsewhere";

    /** The objects that may name a stranger. */
    public List<ObjectId<?>> users() {
        return database.objects()
                .filter(object -> !object.bringsStrangers() && namesOne(object))
                .<ObjectId<?>>map(SchemaObject::id)
                .toList();
    }

    private boolean namesOne(SchemaObject object) {
        try {
            Rename away = new Rename.OfObject(Schema.id(schema), Schema.id(ELSEWHERE));
            return !back(object.following(away), object).equals(object);
        } catch (RefusedException e) {
            return true;
        }
    }

    private SchemaObject back(SchemaObject moved, SchemaObject original) {
        SchemaObject back = moved;
        for (ObjectId<?> known : known(original)) {
            back = back.following(new Rename.OfObject(elsewhere(known), known));
        }
        return back.id().equals(original.id())
                ? back
                : back.named(original.id().name()).following(new Rename.OfObject(back.id(), original.id()));
    }

    /** What it requires of the schema, and its owner before, by which it may be called. */
    private List<ObjectId<?>> known(SchemaObject original) {
        List<ObjectId<?>> known = new ArrayList<>();
        Optional<ObjectId<?>> owner = original.owner();
        owner.ifPresent(known::add);
        known.addAll(original.requires(database));
        known.removeIf(one -> !one.name().schema().equals(schema));
        owner.filter(Schema.id(schema)::equals).ifPresent(known::add);
        return known;
    }

    private static ObjectId<?> elsewhere(ObjectId<?> known) {
        return known.type() == Schema.class
                ? Schema.id(ELSEWHERE)
                : known.named(known.name().inSchema(ELSEWHERE));
    }
}
