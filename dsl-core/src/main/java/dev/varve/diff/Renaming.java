package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
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

    private static QualifiedName qualified(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? QualifiedName.unqualified(text)
                : QualifiedName.of(text.substring(0, point), text.substring(point + 1));
    }

    /** Whatever is gone in the second state and so like something that has come that it may be the same. */
    public static List<Renaming> candidates(Database from, Database to) {
        Stream<Renaming> columns = from.objects(Table.class)
                .flatMap(table -> to.find(table.id()).stream().flatMap(now -> columns(table, now)));
        Stream<Renaming> values = from.objects(EnumType.class)
                .flatMap(type -> to.find(type.id()).stream().flatMap(now -> values(type, now)));
        return Stream.of(objects(from, to), columns, values)
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Renaming> objects(Database from, Database to) {
        List<SchemaObject> come =
                to.objects().filter(object -> !from.has(object.id())).toList();
        return from.objects()
                .filter(object -> !to.has(object.id()) && object.owner().isEmpty())
                .flatMap(gone -> come.stream()
                        .filter(other -> isAlike(gone, other))
                        .map(other ->
                                new Renaming(gone.id(), "", other.id().name().toString())));
    }

    private static boolean isAlike(SchemaObject gone, SchemaObject come) {
        if (gone.id().type() != come.id().type()
                || !gone.id().detail().equals(come.id().detail())) {
            return false;
        }
        return gone instanceof Table table ? isAlike(table, (Table) come) : isSameUnderOtherName(gone, come);
    }

    private static boolean isSameUnderOtherName(SchemaObject gone, SchemaObject come) {
        try {
            return gone.named(come.id().name()).equals(come);
        } catch (dev.varve.model.RefusedException e) {
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

    private static Stream<Renaming> columns(Table from, Table to) {
        List<Column> come = to.columns().stream()
                .filter(column -> from.findColumn(column.name()).isEmpty())
                .toList();
        return from.columns().stream()
                .filter(column -> to.findColumn(column.name()).isEmpty())
                .flatMap(gone -> come.stream()
                        .filter(other -> other.type().equals(gone.type()))
                        .map(other -> new Renaming(from.id(), gone.name(), other.name())));
    }

    /** The values that are gone, each with those that have come between the same neighbours. */
    private static Stream<Renaming> values(EnumType from, EnumType to) {
        List<String> kept = from.values().stream().filter(to.values()::contains).toList();
        return from.values().stream()
                .filter(value -> !kept.contains(value))
                .flatMap(gone -> to.values().stream()
                        .filter(value -> !kept.contains(value) && before(value, to, kept) == before(gone, from, kept))
                        .map(come -> new Renaming(from.id(), gone, come)));
    }

    private static long before(String value, EnumType type, List<String> kept) {
        return type.values().subList(0, type.values().indexOf(value)).stream()
                .filter(kept::contains)
                .count();
    }
}
