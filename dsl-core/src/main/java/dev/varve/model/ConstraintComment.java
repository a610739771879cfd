package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A comment on a constraint of a table. */
public record ConstraintComment(ObjectId<Table> on, String constraint, String text) implements SchemaObject {

    public ConstraintComment {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("PostgreSQL takes an empty comment for none; drop the comment instead.");
        }
    }

    /** The id of the comment on a constraint. */
    public static ObjectId<ConstraintComment> id(ObjectId<Table> on, String constraint) {
        return new ObjectId<>(ConstraintComment.class, on.name(), '.' + constraint);
    }

    /** What is said of a constraint: the comments on it and on its index, and the names of the parts of that. */
    public static List<SchemaObject> of(ObjectId<Table> table, String constraint, Database database) {
        Stream<SchemaObject> comments = Stream.of(id(table, constraint), ConstraintIndexComment.id(table, constraint))
                .flatMap(id -> database.find(id).stream());
        OwnIndex index = new OwnIndex(table, constraint);
        boolean hasIndex = index.constraint(database).isPresent();
        return Stream.concat(comments, hasIndex ? IndexPart.of(index, database).stream() : Stream.of())
                .toList();
    }

    @Override
    public ObjectId<ConstraintComment> id() {
        return id(on, constraint);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(on);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return database.get(on).constraint(constraint).uses(column);
    }

    @Override
    public void check(Database database) {
        database.get(on).constraint(constraint);
    }

    @Override
    public ConstraintComment following(Rename rename) {
        boolean renamed = rename instanceof Rename.OfConstraint of
                && of.table().equals(on)
                && of.from().equals(constraint);
        String followed = renamed ? ((Rename.OfConstraint) rename).to() : constraint;
        return new ConstraintComment(rename.follow(on), followed, text);
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(commentOn(Literal.text(text).sql()));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(commentOn("null"));
    }

    private Statement commentOn(String value) {
        Sql sql = Sql.of("comment on constraint {} on {} is {}", Identifier.of(constraint), on.name(), Sql.raw(value));
        return Statement.of(sql, LockMode.ACCESS_SHARE);
    }
}
