package dev.varve.diff;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
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
 * @param object the object, or the table of the column
 * @param column the column; empty if it is about the object itself
 * @param to the new name, with the schema for an object
 */
public record Renaming(ObjectId<?> object, String column, String to) {

    /** How much of two tables has to be alike: so many of ten columns. */
    private static final int ALIKE = 6;

    /** What it was called. */
    public String from() {
        return column.isEmpty() ? object.name().toString() : object.name() + "." + column;
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
        if (!column.isEmpty()) {
            return List.of(new RenameColumn(Table.id(object.name()), column, to));
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
                .filter(name -> column.isEmpty())
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
        return Stream.concat(
                        objects(from, to),
                        from.objects(Table.class)
                                .filter(table -> to.has(table.id()))
                                .flatMap(table -> columns(table, to.get(table.id()))))
                .toList();
    }

    private static Stream<Renaming> objects(Database from, Database to) {
        List<SchemaObject> come =
                to.objects().filter(object -> !from.has(object.id())).toList();
        return from.objects()
                .filter(object -> !to.has(object.id()) && isLost(object))
                .flatMap(gone -> come.stream()
                        .filter(other -> isAlike(gone, other))
                        .map(other ->
                                new Renaming(gone.id(), "", other.id().name().toString())));
    }

    /** An index of a table is made again and nothing is lost, as are its triggers; a partition has rows, and a sequence a position. */
    private static boolean isLost(SchemaObject gone) {
        return gone.owner().isEmpty() || !gone.contents().isEmpty();
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
}
