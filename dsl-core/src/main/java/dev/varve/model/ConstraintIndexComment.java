package dev.varve.model;

import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comment on the index of a constraint, which PostgreSQL keeps apart from the one on the constraint: {@code comment on index
 * trading.uq_orders_code is '...'}.
 *
 * @param on the table or partition that has the constraint
 */
public record ConstraintIndexComment(ObjectId<?> on, String constraint, String text) implements SchemaObject {

    public ConstraintIndexComment {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("PostgreSQL takes an empty comment for none; drop the comment instead.");
        }
    }

    /** The id of the comment on the index of a constraint. */
    public static ObjectId<ConstraintIndexComment> id(ObjectId<?> on, String constraint) {
        return new ObjectId<>(ConstraintIndexComment.class, on.name(), '.' + constraint);
    }

    @Override
    public ObjectId<ConstraintIndexComment> id() {
        return id(on, constraint);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(on));
        owner().ifPresent(required::add);
        return required;
    }

    /** The constraint of a partition is an object of its own. */
    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(isOfPartition() ? PartitionConstraint.id(on.name(), constraint) : on);
    }

    private boolean isOfPartition() {
        return on.type() == Partition.class;
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return !isOfPartition()
                && ((Table) database.get(on)).constraint(constraint).uses(column);
    }

    @Override
    public void check(Database database) {
        checkIndex(on, constraint, database);
    }

    /**
     * Looks whether a table or partition has a constraint of that name with an index.
     *
     * @throws RefusedException if it has none
     */
    public static void checkIndex(ObjectId<?> on, String constraint, Database database) {
        if (database.get(on) instanceof Table table) {
            table.constraint(constraint); // which says what there is, if there is none of that name
        }
        if (new OwnIndex(on, constraint).constraint(database).isEmpty()) {
            throw new RefusedException(
                    on,
                    "Constraint \"" + constraint + "\" of " + on
                            + " has no index of its own: only a key or an exclusion has"
                            + " one, and a partition those that its table has not. Say commentOnConstraint(...) instead.");
        }
    }

    @Override
    public ConstraintIndexComment following(Rename rename) {
        ObjectId<?> relation = rename.newId(on).orElse(on);
        if (rename instanceof Rename.OfConstraint of
                && of.table().equals(on)
                && of.from().equals(constraint)) {
            return new ConstraintIndexComment(relation, of.to(), text);
        }
        String followed = rename.newId(PartitionConstraint.id(on.name(), constraint))
                .map(renamed -> renamed.detail().substring(1))
                .orElse(constraint);
        return new ConstraintIndexComment(relation, followed, text);
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
        Sql sql = Sql.of("comment on index {} is {}", on.name().named(constraint), Sql.raw(value));
        return Statement.of(sql, LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
