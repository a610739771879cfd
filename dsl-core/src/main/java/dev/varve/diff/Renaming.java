package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameEnumValue;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that may be called otherwise in one state than in another, or may be gone while something alike has come: nobody can know but
 * whoever made the change.
 *
 * @param object the object, or the table of the column, or the enum of the value
 * @param part the column or the value; empty if it is about the object itself
 * @param to the new name, with the schema for an object
 */
public record Renaming(ObjectId<?> object, String part, String to) {

    /** How much of two tables has to be alike: so many of ten columns. */
    private static final int ALIKE = 6;

    /** What it was called. */
    public String from() {
        return part.isEmpty() ? object.name().toString() : object.name() + "." + part;
    }

    /** The new name as it is given beside the old one. */
    public String answer() {
        return from() + '=' + to;
    }

    /** Whether that text says the old name of it, and the new one. */
    public boolean isSaidBy(String answer) {
        boolean sameSchema = answer().equals(answer);
        String shortTo = to.substring(to.lastIndexOf('.') + 1);
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
        Optional<ObjectId<?>> user = refused(rename, state);
        while (user.isPresent()) {
            List<Operation> more = Detachment.dropping(user.get(), state);
            for (Operation drop : more) {
                state = drop.after(state);
            }
            drops.addAll(more);
            user = more.isEmpty() ? Optional.empty() : refused(rename, state);
        }
        return drops;
    }

    /** Who refuses the rename; nobody if it is the object itself, or gone. */
    private Optional<ObjectId<?>> refused(Operation rename, Database state) {
        try {
            rename.after(state);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.<ObjectId<?>>of(e.subject())
                    .filter(subject -> !subject.equals(object) && state.has(subject));
        }
    }

    /** The operations that rename. */
    public List<Operation> operations() {
        if (object.type() == EnumType.class && !part.isEmpty()) {
            return List.of(new RenameEnumValue(EnumType.id(object.name()), part, to));
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

    /** The schema in which it has come, if it is an object of one. */
    public Optional<String> schema() {
        return Optional.of(to)
                .filter(name -> part.isEmpty())
                .map(name -> qualified(name).schema())
                .filter(s -> !s.isEmpty());
    }

    private static QualifiedName qualified(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? QualifiedName.unqualified(text)
                : QualifiedName.of(text.substring(0, point), text.substring(point + 1));
    }

    /** Whatever is gone in the second state and so like something that has come that it may be the same. */
    public static List<Renaming> candidates(Database from, Database to) {
        return all(from, to).filter(renaming -> renaming.isLikely(from, to)).toList();
    }

    /** Whatever is gone in the second state with everything of its kind that has come: what somebody may say to be the same. */
    public static List<Renaming> possible(Database from, Database to) {
        return all(from, to).toList();
    }

    private static Stream<Renaming> all(Database from, Database to) {
        Stream<Renaming> columns = from.objects(Table.class)
                .flatMap(table ->
                        to.find(table.id()).stream().flatMap(now -> parts(table.id(), names(table), names(now))));
        Stream<Renaming> values = from.objects(EnumType.class)
                .flatMap(type ->
                        to.find(type.id()).stream().flatMap(now -> parts(type.id(), type.values(), now.values())));
        return Stream.of(objects(from, to), columns, values).flatMap(found -> found);
    }

    private static Stream<Renaming> objects(Database from, Database to) {
        List<SchemaObject> come =
                to.objects().filter(object -> !from.has(object.id())).toList();
        return from.objects()
                .filter(object -> !to.has(object.id()) && isLost(object))
                .flatMap(gone -> come.stream()
                        .filter(other -> isOfSameKind(gone, other))
                        .map(other ->
                                new Renaming(gone.id(), "", other.id().name().toString())));
    }

    /** An index of a table is made again and nothing is lost, as are its triggers; a partition has rows, and a sequence a position. */
    private static boolean isLost(SchemaObject gone) {
        return gone.owner().isEmpty() || !gone.contents().isEmpty();
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static Stream<Renaming> parts(ObjectId<?> id, List<String> from, List<String> to) {
        return from.stream()
                .filter(name -> !to.contains(name))
                .flatMap(gone ->
                        to.stream().filter(name -> !from.contains(name)).map(come -> new Renaming(id, gone, come)));
    }

    private static boolean isOfSameKind(SchemaObject gone, SchemaObject come) {
        return gone.id().type() == come.id().type()
                && gone.id().detail().equals(come.id().detail());
    }

    private boolean isLikely(Database from, Database to) {
        if (part.isEmpty()) {
            return isAlike(from.get(object), to.get(object.named(qualified(this.to))));
        }
        return from.get(object) instanceof Table table
                ? table.column(part)
                        .type()
                        .equals(to.get(table.id()).column(this.to).type())
                : before(part, from, to) == before(this.to, to, from);
    }

    private static boolean isAlike(SchemaObject gone, SchemaObject come) {
        return gone instanceof Table table ? isAlike(table, (Table) come) : isSameUnderOtherName(gone, come);
    }

    private static boolean isSameUnderOtherName(SchemaObject gone, SchemaObject come) {
        try {
            return gone.named(come.id().name()).equals(come);
        } catch (RefusedException e) {
            return false; // a kind without another name
        }
    }

    private static boolean isAlike(Table gone, Table come) {
        long common = gone.columns().stream()
                .filter(column -> come.findColumn(column.name())
                        .filter(other -> other.type().equals(column.type()))
                        .isPresent())
                .count();
        int most = Math.max(gone.columns().size(), come.columns().size());
        return common > 0 && common * 10 >= (long) most * ALIKE;
    }

    /** How many values come before one that are in the other state, too: so many that it is between the same neighbours. */
    private long before(String value, Database in, Database other) {
        List<String> values = in.get(EnumType.id(object.name())).values();
        List<String> others = other.get(EnumType.id(object.name())).values();
        return values.subList(0, values.indexOf(value)).stream()
                .filter(others::contains)
                .count();
    }
}
