package dev.varve.source;

import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import java.util.Optional;
import java.util.function.BiFunction;

/** How one kind of object is written in the words of the DSL. */
public interface ObjectForm<O extends SchemaObject> {

    /** The class of the objects. */
    Class<O> type();

    /** The object as it is called where it is there already: {@code table("orders").inSchema("trading")}. */
    Code name(ObjectId<O> id, Source source);

    /** The object as it is made. */
    Code definition(O object, Source source);

    /** Whether the words of the DSL can say all of an object; otherwise its constructor is called. */
    default boolean says(O object) {
        return true;
    }

    /** What a migration says to make an object, where that is a word about something else, such as a table that is altered. */
    default Optional<Sentence> making(O object, Source source) {
        return Optional.empty();
    }

    /** What a migration says to remove an object that is there, where that is a word about something else. */
    default Optional<Sentence> removing(O object, Source source) {
        return Optional.empty();
    }

    /** The form of two functions. */
    static <O extends SchemaObject> ObjectForm<O> of(
            Class<O> type, BiFunction<ObjectId<O>, Source, Code> name, BiFunction<O, Source, Code> definition) {
        return new ObjectForm<>() {

            @Override
            public Class<O> type() {
                return type;
            }

            @Override
            public Code name(ObjectId<O> id, Source source) {
                return name.apply(id, source);
            }

            @Override
            public Code definition(O object, Source source) {
                return definition.apply(object, source);
            }
        };
    }
}
