package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All objects of a database, each after those that it requires or mentions, or whose sequences have the names that its own would get, and before
 * those that it owns; where they require each other the name
 * decides. Chains of them can be longer than the stack of a thread is deep.
 */
public final class OrderOfUse {

    /** An object that is looked at: before what it requires, or after that. */
    private record Visit(SchemaObject object, boolean requiredSeen) {}

    private final Database database;
    private final Set<ObjectId<?>> seen = new HashSet<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<SchemaObject> ordered = new ArrayList<>();

    private final Map<QualifiedName, Table> sequences = new HashMap<>();

    private OrderOfUse(Database database) {
        this.database = database;
        database.objects(Table.class)
                .forEach(table -> table.columns().stream()
                        .flatMap(column -> column.numbered().stream())
                        .flatMap(numbered -> numbered.sequence().stream())
                        .forEach(sequence -> sequences.put(sequence, table)));
    }

    /** The objects in that order. */
    public static List<SchemaObject> of(Database database) {
        OrderOfUse order = new OrderOfUse(database);
        database.objects().filter(SchemaObject::bringsStrangers).forEach(order::visit);
        database.objects().forEach(order::visit);
        return order.ordered;
    }

    private void visit(SchemaObject object) {
        visits.push(new Visit(object, false));
        visit();
    }

    private void visit() {
        while (!visits.isEmpty()) {
            Visit visit = visits.pop();
            if (visit.requiredSeen()) {
                ordered.add(visit.object());
                visitFirst(Privileges.inOrder(database.owned(visit.object().id())));
            } else if (seen.add(visit.object().id())) {
                visits.push(new Visit(visit.object(), true));
                visitFirst(required(visit.object()));
            }
        }
    }

    private void visitFirst(List<? extends SchemaObject> objects) {
        List<SchemaObject> last = new ArrayList<>(objects);
        Collections.reverse(last);
        last.forEach(object -> visits.push(new Visit(object, false)));
    }

    private List<SchemaObject> required(SchemaObject object) {
        Stream<SchemaObject> used = Stream.concat(
                        object.requires(database).stream().sorted(),
                        object.mentions(database).stream().sorted())
                .flatMap(id -> database.find(id).stream());
        return Stream.concat(used, namesakes(object)).toList();
    }

    /** PostgreSQL adds a number to the name of a sequence if there is one already, and makes way for none that comes. */
    private Stream<Table> namesakes(SchemaObject object) {
        return object instanceof Table table && !sequences.isEmpty()
                ? table.columns().stream()
                        .flatMap(column -> column.sequence(table.name()).stream())
                        .flatMap(sequence -> Optional.ofNullable(sequences.get(sequence)).stream())
                        .filter(other -> !other.equals(table))
                : Stream.of();
    }
}
