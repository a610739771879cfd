package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes an object of any kind with everything that it owns: {@code drop table trading.orders}. Never cascades to what others
 * made. Taking it back makes the object and what it owned again, as they were.
 */
public record DropObject(ObjectId<?> id) implements Operation {

    @Override
    public String description() {
        return "drop " + id;
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(), Set.of(id));
    }

    @Override
    public List<Statement> statements(Database before) {
        return before.get(id).removal(before);
    }

    @Override
    public Database after(Database before) {
        return before.minus(id);
    }

    @Override
    public Reversal reversal(Database before) {
        List<SchemaObject> dropped = Privileges.inOrder(indexesFirst(before.withOwned(id)));
        return Reversal.losing(
                dropped.stream().flatMap(object -> object.contents().stream()).toList(),
                Stream.concat(remaking(dropped, before).stream(), revoking(dropped, before))
                        .toList());
    }

    /** Of an index of a partition that is there already PostgreSQL would make the part that the partition has of an index of its table. */
    private List<SchemaObject> indexesFirst(List<SchemaObject> dropped) {
        return dropped.stream()
                .sorted(Comparator.comparing(object -> !object.id().equals(id) && !isIndexOfIt(object)))
                .toList();
    }

    private boolean isIndexOfIt(SchemaObject object) {
        return object instanceof Index index && index.on().equals(id);
    }

    /** What default privileges would grant on the new object and nobody has on the old one. */
    private static Stream<Operation> revoking(List<SchemaObject> dropped, Database before) {
        return dropped.stream()
                .flatMap(object -> object.comingWith(before).stream())
                .filter(other -> other instanceof Privileges && !before.has(other.id()))
                .map(other -> new SetPrivileges(((Privileges) other).initial(before)));
    }

    /** What the object itself needs of what it owns comes first, and belongs to it afterwards. */
    private static List<Operation> remaking(List<SchemaObject> dropped, Database before) {
        Set<ObjectId<?>> needed = dropped.get(0).requires(before);
        List<Operation> operations = new ArrayList<>();
        dropped.stream()
                .filter(object -> needed.contains(object.id()))
                .forEach(object -> operations.add(new CreateObject(object.unowned())));
        dropped.forEach(object ->
                operations.add(needed.contains(object.id()) ? AlterObject.to(object) : new CreateObject(object)));
        return operations;
    }
}
