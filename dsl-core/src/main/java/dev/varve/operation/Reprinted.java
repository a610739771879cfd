package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The constraints and indexes with expressions over a column that changes. PostgreSQL would make them again from what it has printed of them, and
 * print that in other words. Therefore they go and come back as they were declared; it checks and builds them anew anyway.
 */
record Reprinted(ObjectId<Table> table, List<Constraint> constraints, List<Index> indexes) {

    /** Nothing, for a change after which PostgreSQL prints the same. */
    static Reprinted nothing(ObjectId<Table> table) {
        return new Reprinted(table, List.of(), List.of());
    }

    /** What the table has of them over a column. */
    static Reprinted over(ObjectId<Table> table, String column, Database before) {
        return new Reprinted(
                table,
                before.get(table).constraints().values().stream()
                        .filter(constraint -> constraint.computesWith(column))
                        .toList(),
                before.owned(table).stream()
                        .filter(owned -> owned instanceof Index index && index.computesWith(column))
                        .map(Index.class::cast)
                        .toList());
    }

    /** The clauses of {@code alter table} with the constraints gone before them and back after them. */
    List<Sql> around(List<Sql> clauses) {
        Stream<Sql> drops =
                constraints.stream().map(constraint -> Sql.of("drop constraint {}", Identifier.of(constraint.name())));
        Stream<Sql> adds = constraints.stream().map(constraint -> Sql.of("add {}", constraint.clause()));
        return Stream.of(drops, clauses.stream(), adds).flatMap(all -> all).toList();
    }

    /** The statement with the indexes gone before it and back after it. */
    List<Statement> around(Statement statement, Database before) {
        Stream<Statement> drops = indexes.stream().flatMap(index -> index.removal(before).stream());
        Stream<Statement> creations = indexes.stream()
                .flatMap(index -> before.withOwned(index.id()).stream())
                .flatMap(object -> object.creation(before).stream());
        Stream<Statement> comments = constraints.stream()
                .flatMap(constraint -> ConstraintComment.of(table, constraint.name(), before).stream())
                .flatMap(comment -> comment.creation(before).stream());
        return Stream.of(drops, Stream.of(statement), creations, comments)
                .flatMap(all -> all)
                .toList();
    }
}
