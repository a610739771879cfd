package dev.varve.diff;

import dev.varve.model.CompositeType;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectExistsException;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Schema;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameAttribute;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameEnumValue;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that may be called otherwise in one state than in another, or may be gone while something alike has come: nobody can know but
 * whoever made the change.
 *
 * @param object the object, or the table of the column, or the type of the value or attribute
 * @param part the column, the value or the attribute; empty if it is about the object itself
 * @param to the new name, with the schema for an object
 */
public record Renaming(ObjectId<?> object, String part, String to) {

    /** What it was called. */
    public String from() {
        return part.isEmpty() ? object.name().toString() : object.name() + "." + part;
    }

    /** The new name as it is given beside the old one. */
    public String answer() {
        return from() + '=' + to;
    }

    /** That it may be so, as a sentence. */
    public String sentence() {
        return from() + " may only be called " + to + " now";
    }

    /** Whether that text says the old name of it, and the new one. */
    public boolean isSaidBy(String answer) {
        boolean sameSchema = answer().equals(answer);
        String shortTo = part.isEmpty() ? qualified(to).name() : to;
        return sameSchema || answer.equals(from() + '=' + shortTo);
    }

    /**
     * The operations that rename in a database, after what drops those who may say the old name in a text that nobody can follow: from what they
     * are to be they are made again.
     *
     * @throws RefusedException if PostgreSQL would refuse it
     */
    public List<Operation> operations(Database database) {
        List<Operation> operations = new ArrayList<>();
        Database state = database;
        for (Operation rename : operations()) {
            for (Operation drop : inTheWay(rename, state)) {
                state = drop.after(state);
                operations.add(drop);
            }
            state = rename.after(state);
            operations.add(rename);
        }
        return operations;
    }

    private List<Operation> inTheWay(Operation rename, Database database) {
        List<Operation> drops = new ArrayList<>();
        Database state = database;
        List<Operation> more = obstructing(rename, state);
        while (!more.isEmpty()) {
            for (Operation drop : more) {
                state = drop.after(state);
            }
            drops.addAll(more);
            more = obstructing(rename, state);
        }
        return drops;
    }

    /** What drops whoever refuses the rename, or has the name, which is something else then; nothing if nobody does. */
    private List<Operation> obstructing(Operation rename, Database state) {
        try {
            rename.after(state);
            return List.of();
        } catch (ObjectExistsException e) {
            return Detachment.removing(e.existing(), state);
        } catch (RefusedException e) {
            boolean isOther = !e.subject().equals(object) && state.has(e.subject());
            return isOther ? Detachment.dropping(e.subject(), state) : List.of();
        }
    }

    /** The operations that rename. */
    public List<Operation> operations() {
        if (object.type() == EnumType.class && !part.isEmpty()) {
            return List.of(new RenameEnumValue(EnumType.id(object.name()), part, to));
        }
        if (object.type() == CompositeType.class && !part.isEmpty()) {
            return List.of(new RenameAttribute(ObjectId.of(CompositeType.class, object.name()), part, to));
        }
        if (!part.isEmpty()) {
            return List.of(new RenameColumn(Table.id(object.name()), part, to));
        }
        QualifiedName name = qualified(to);
        List<Operation> operations = new ArrayList<>();
        if (!name.schema().equals(object.name().schema())) {
            operations.add(new SetSchema(object, name.schema()));
        }
        if (!name.name().equals(object.name().name())) {
            operations.add(new RenameObject(object.named(object.name().inSchema(name.schema())), name.name()));
        }
        return operations;
    }

    /** Whether it is so if the schema of the object is called otherwise. */
    public boolean comesWith(Renaming schema) {
        return schema.object.type() == Schema.class
                && part.isEmpty()
                && object.name().inSchema(schema.to).toString().equals(to)
                && object.name().schema().equals(schema.object.name().name());
    }

    /** The same the other way round. */
    public Renaming back() {
        return part.isEmpty() ? new Renaming(newId(), "", object.name().toString()) : new Renaming(object, to, part);
    }

    /** What an object is called then. */
    ObjectId<?> newId() {
        return object.named(qualified(to));
    }

    /** The schema in which it has come, if it is an object of one. */
    public Optional<String> schema() {
        return Optional.of(to)
                .filter(name -> part.isEmpty())
                .map(name -> qualified(name).schema())
                .filter(s -> !s.isEmpty());
    }

    /** Schemas and names may have points of their own, so that the schema or the name that stays is looked for first. */
    private QualifiedName qualified(String text) {
        QualifiedName old = object.name();
        if (old.schema().isEmpty()) {
            return QualifiedName.unqualified(text);
        }
        boolean moves = !text.startsWith(old.schema() + '.') && text.endsWith('.' + old.name());
        int point = moves
                ? text.length() - old.name().length() - 1
                : text.startsWith(old.schema() + '.') ? old.schema().length() : text.indexOf('.');
        return QualifiedName.of(text.substring(0, point), text.substring(point + 1));
    }
}
