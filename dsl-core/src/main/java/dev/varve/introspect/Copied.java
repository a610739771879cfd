package dev.varve.introspect;

import dev.varve.model.Database;
import dev.varve.model.Reworded;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of a state whose texts a server has to print: those that another state does not say in the same words, and those on which these
 * are.
 */
record Copied(List<SchemaObject> objects) {

    static Copied of(Database declared, Database other) {
        List<SchemaObject> printable = declared.objects()
                .filter(object -> object instanceof Table || object instanceof Reworded)
                .toList();
        List<SchemaObject> needed =
                printable.stream().filter(object -> isOtherwise(object, other)).toList();
        Set<QualifiedName> names = new HashSet<>();
        while (names.addAll(named(needed, declared))) {
            needed = printable.stream()
                    .filter(object -> names.contains(object.id().name()) || isOtherwise(object, other))
                    .toList();
        }
        return new Copied(needed);
    }

    private static boolean isOtherwise(SchemaObject object, Database other) {
        return other.find(object.id()).filter(object::equals).isEmpty();
    }

    /** The names of whatever has to be there before the copies of objects. */
    private static Set<QualifiedName> named(List<SchemaObject> objects, Database declared) {
        Set<QualifiedName> names = new HashSet<>();
        objects.stream()
                .filter(Reworded.class::isInstance)
                .map(Reworded.class::cast)
                .forEach(object -> object.copy(
                        name -> {
                            names.add(name);
                            return name;
                        },
                        declared));
        return names;
    }

    boolean isNothing() {
        return objects.isEmpty();
    }

    Stream<Table> tables() {
        return objects.stream().filter(Table.class::isInstance).map(Table.class::cast);
    }

    Stream<Reworded> reworded() {
        return objects.stream().filter(Reworded.class::isInstance).map(Reworded.class::cast);
    }
}
