package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.Comparator;
import java.util.Locale;

/**
 * What one object of a database is called: its kind, its name, and for objects that a name alone does not tell apart a detail,
 * such as a function's argument types or the name of a trigger on its table.
 *
 * @param type the class of the objects of this kind
 * @param detail empty where the name is enough
 */
public record ObjectId<T extends SchemaObject>(Class<T> type, QualifiedName name, String detail)
        implements Comparable<ObjectId<?>> {

    private static final Comparator<ObjectId<?>> ORDER = Comparator.<ObjectId<?>, QualifiedName>comparing(
                    ObjectId::name)
            .thenComparing(ObjectId::detail)
            .thenComparing(ObjectId::kind);

    /** The id of an object that its name tells apart. */
    public static <T extends SchemaObject> ObjectId<T> of(Class<T> type, QualifiedName name) {
        return new ObjectId<>(type, name, "");
    }

    /** The kind in words, such as {@code materialized view}. */
    public String kind() {
        return kindOf(type);
    }

    /** What the objects of a class are called, or the facts about tables that are of it, such as {@code storage parameters}. */
    public static String kindOf(Class<?> type) {
        return type.getSimpleName()
                .replaceFirst("Definition$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The id of the object of the same kind and detail with another name. */
    public ObjectId<T> named(QualifiedName other) {
        return new ObjectId<>(type, other, detail);
    }

    @Override
    public int compareTo(ObjectId<?> other) {
        return ORDER.compare(this, other);
    }

    /** The kind and the name, as messages say them: {@code table trading.orders}. */
    @Override
    public String toString() {
        return kind() + ' ' + name + detail;
    }
}
