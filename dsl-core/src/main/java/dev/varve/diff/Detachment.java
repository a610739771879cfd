package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.ComputedColumn;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Domain;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Publication;
import dev.varve.model.Queried;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SetDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What takes the users of an object away from it and loses no rows: computed columns, defaults and constraints go, columns of a domain become
 * of the type under it, publications leave it out, and whatever is made of a definition alone goes.
 */
final class Detachment {

    private final List<Operation> operations = new ArrayList<>();
    private final Set<ObjectId<?>> dropping = new HashSet<>();
    private Database state;

    private Detachment(Database database) {
        this.state = database;
    }

    /** The operations; none if one of the users holds rows of its own. */
    static List<Operation> of(ObjectInUseException use, Database database) {
        Detachment detachment = new Detachment(database);
        return detachment.clear(use) ? detachment.operations : List.of();
    }

    /** What drops an object with its users; none if one of them holds rows of its own. */
    static List<Operation> dropping(ObjectId<?> object, Database database) {
        Detachment detachment = new Detachment(database);
        return detachment.detach(database.get(object), object) ? detachment.operations : List.of();
    }

    /** What removes an object whatever it holds, with its users as {@link #of}; none if one of those holds rows. */
    static List<Operation> removing(ObjectId<?> object, Database database) {
        Detachment detachment = new Detachment(database);
        return detachment.drop(database.get(object)) ? detachment.operations : List.of();
    }

    /** Objects may be made again around what is refused, and computed columns cannot: these go first, and alone. */
    private boolean clear(ObjectInUseException use) {
        return use.computed().isEmpty()
                ? use.users().stream().allMatch(user -> !state.has(user) || detach(state.get(user), use.subject()))
                : use.computed().stream().allMatch(this::drop);
    }

    private boolean drop(ComputedColumn column) {
        return state.get(column.table()).findColumn(column.name()).isEmpty()
                || take(new DropColumn(column.table(), column.name()));
    }

    private boolean detach(SchemaObject user, ObjectId<?> subject) {
        if (user instanceof Table table) {
            return leave(table, subject);
        }
        if (user instanceof Publication publication && leave(publication, subject)) {
            return true;
        }
        boolean isMadeAgain = user.contents().isEmpty() || user instanceof Queried;
        return isMadeAgain && drop(user);
    }

    /** A publication stays what others subscribe to, if it can do without. */
    private boolean leave(Publication publication, ObjectId<?> subject) {
        Publication rest = publication.without(subject, state);
        return !rest.equals(publication) && take(AlterObject.to(rest));
    }

    private boolean leave(Table table, ObjectId<?> subject) {
        List<Operation> leaving = new ArrayList<>();
        Inheritance inheritance = Inheritance.of(table);
        table.constraints().values().stream()
                .filter(c -> uses(c, subject) && !inheritance.givenConstraints().contains(c.name()))
                .forEach(c -> leaving.add(new DropConstraint(table.id(), c.name())));
        table.columns().stream()
                .filter(column -> !inheritance.givenColumns().contains(column.name()))
                .forEach(column -> leave(table, column, subject).ifPresent(leaving::add));
        return !leaving.isEmpty() && leaving.stream().allMatch(this::take);
    }

    private boolean uses(Constraint constraint, ObjectId<?> subject) {
        return constraint instanceof ForeignKeyConstraint key
                        && (key.target().equals(subject)
                                || state.get(subject) instanceof Index index && index.suits(key))
                || constraint
                        .expressions()
                        .anyMatch(text -> text.qualifiedNames().contains(subject.name()));
    }

    private Optional<Operation> leave(Table table, Column column, ObjectId<?> subject) {
        boolean isCalled = column.value()
                .flatMap(ColumnValue::defaultExpression)
                .filter(text -> text.qualifiedNames().contains(subject.name()))
                .isPresent();
        if (isCalled) {
            return Optional.of(new SetDefault(table.id(), column.name(), Optional.empty()));
        }
        boolean isComputed = column.generated()
                .filter(value -> value.expression().qualifiedNames().contains(subject.name()))
                .isPresent();
        if (isComputed) {
            return Optional.of(new DropColumn(table.id(), column.name()));
        }
        return state.get(subject) instanceof Domain domain
                        && column.type().name().equals(domain.name())
                ? Optional.of(leaving(table, column, domain))
                : Optional.empty();
    }

    /** Of any length if that writes no rows: of values of a domain PostgreSQL does not know how long they are. */
    private static Operation leaving(Table table, Column column, Domain domain) {
        TypeName type = domain.type().arrayOf(column.type().array());
        TypeName any = new TypeName(type.name(), "", type.array());
        return new AlterColumnType(table.id(), column.name(), type.isStoredAs(any) ? any : type, Optional.empty());
    }

    /** What needs each other cannot be dropped one after the other. */
    private boolean drop(SchemaObject object) {
        if (!dropping.add(object.id())) {
            return !state.has(object.id());
        }
        for (ObjectId<?> user : state.users(object.id())) {
            SchemaObject other = state.get(user);
            boolean isOwned = other.owners().contains(object.id());
            if (!isOwned && !detach(other, object.id())) {
                return false;
            }
        }
        return !state.has(object.id()) || take(new DropObject(object.id()));
    }

    /** Does something, after what is in its way. */
    private boolean take(Operation operation) {
        int done;
        do {
            done = operations.size();
            try {
                state = operation.after(state);
                operations.add(operation);
                return true;
            } catch (ObjectInUseException e) {
                if (recreates(operation)) {
                    return true;
                }
                if (!clear(e)) {
                    return false;
                }
            } catch (RefusedException e) {
                return false;
            }
        } while (operations.size() > done);
        return false;
    }

    private boolean recreates(Operation operation) {
        return CascadeRecreate.around(operation).anyMatch(this::doing);
    }

    private boolean doing(Operation around) {
        try {
            state = around.after(state);
            operations.add(around);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
