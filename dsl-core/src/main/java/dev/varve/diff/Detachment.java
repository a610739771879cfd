package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Queried;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What takes the users of an object away from it and loses no rows: foreign keys go, and whatever is made of a definition alone. */
final class Detachment {

    private final Database database;
    private final Set<Operation> operations = new LinkedHashSet<>();
    private final Set<ObjectId<?>> dropping = new HashSet<>();

    private Detachment(Database database) {
        this.database = database;
    }

    /** The operations; none if one of the users holds rows of its own. */
    static List<Operation> of(ObjectInUseException use, Database database) {
        Detachment detachment = new Detachment(database);
        boolean all = use.users().stream().allMatch(user -> detachment.detach(database.get(user), use.subject()));
        return all ? new ArrayList<>(detachment.operations) : List.of();
    }

    private boolean detach(SchemaObject user, ObjectId<?> subject) {
        if (user instanceof Table table) {
            return dropReferences(table, subject);
        }
        boolean isMadeAgain = user.contents().isEmpty() || user instanceof Queried;
        return isMadeAgain && drop(user);
    }

    private boolean dropReferences(Table table, ObjectId<?> subject) {
        List<Operation> drops = table.constraints().values().stream()
                .filter(c ->
                        c instanceof ForeignKeyConstraint key && key.target().equals(subject))
                .<Operation>map(c -> new DropConstraint(table.id(), c.name()))
                .toList();
        operations.addAll(drops);
        return !drops.isEmpty();
    }

    /** What needs each other cannot be dropped one after the other. */
    private boolean drop(SchemaObject object) {
        if (!dropping.add(object.id())) {
            return operations.contains(new DropObject(object.id()));
        }
        for (ObjectId<?> user : database.users(object.id())) {
            SchemaObject other = database.get(user);
            boolean isOwned = other.owner().filter(object.id()::equals).isPresent();
            if (!isOwned && !detach(other, object.id())) {
                return false;
            }
        }
        operations.add(new DropObject(object.id()));
        return true;
    }
}
