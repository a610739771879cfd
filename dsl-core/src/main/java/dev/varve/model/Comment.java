package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comment on an object, or on one of its columns.
 *
 * @param column empty if the comment is on the object itself
 */
public record Comment(ObjectId<?> on, String column, String text) implements SchemaObject {

    /** What PostgreSQL itself says of the schema {@code public}. */
    public static final String OF_PUBLIC = "standard public schema";

    /** The id of the comment on an object. */
    public static ObjectId<Comment> id(ObjectId<?> on) {
        return id(on, "");
    }

    /** The id of the comment on a column. */
    public static ObjectId<Comment> id(ObjectId<?> on, String column) {
        String detail = on.detail() + " (" + on.kind() + (column.isEmpty() ? "" : ", column " + column) + ')';
        return new ObjectId<>(Comment.class, on.name(), detail);
    }

    private static boolean isOfPublic(ObjectId<?> on, String column) {
        return column.isEmpty() && on.equals(Schema.PUBLIC.id());
    }

    @Override
    public ObjectId<Comment> id() {
        return id(on, column);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(on));
        required.addAll(column.isEmpty() ? Set.of() : Partition.requiredOn(on, database));
        return required;
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public boolean vanishesWith(String ofOwner, Database database) {
        return column.equals(ofOwner);
    }

    @Override
    public void check(Database database) {
        if (text.isEmpty() && !isOfPublic(on, column)) {
            throw new RefusedException(on, "PostgreSQL takes an empty comment for none; drop the comment instead.");
        }
        if (on.type() == Extension.class) {
            throw new RefusedException(
                    on, "The comment on " + on + " is the extension's own and no part of the schema.");
        }
        if (!column.isEmpty() && database.get(on) instanceof Table table) {
            table.column(column);
        }
        if (!column.isEmpty() && database.get(on) instanceof Partition partition) {
            partition.root(database).column(column);
        }
    }

    @Override
    public Comment following(Rename rename) {
        return new Comment(
                rename.newId(on).orElse(on), rename.followColumn(Partition.columnsOf(on, rename), column), text);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(commentOn(database, Literal.text(text).sql()));
    }

    @Override
    public List<Statement> removal(Database database) {
        boolean implied = isOfPublic(on, column);
        return List.of(commentOn(database, implied ? Literal.text(OF_PUBLIC).sql() : "null"));
    }

    private Statement commentOn(Database database, String value) {
        Sql address = column.isEmpty()
                ? database.get(on).address()
                : Sql.of("column {}.{}", on.name(), Identifier.of(column));
        LockMode lock = LockMode.SHARE_UPDATE_EXCLUSIVE;
        return Statement.of(Sql.of("comment on {} is {}", address, Sql.raw(value)), lock);
    }
}
