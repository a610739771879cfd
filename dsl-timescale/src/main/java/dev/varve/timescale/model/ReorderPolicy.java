package dev.varve.timescale.model;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That the rows of chunks that are full are put into the order of an index
 * (<a href="https://docs.timescale.com/api/latest/hypertable/add_reorder_policy/">documentation</a>). TimescaleDB keeps the name of the
 * index and would go on with it if there were none of that name any more; therefore the index cannot change while the policy is there.
 *
 * @param index the index, which may be that of a key or of an exclusion constraint
 * @param schedule every day unless it says otherwise
 */
public record ReorderPolicy(QualifiedName table, ObjectId<Index> index, Schedule schedule) implements TimescaleObject {

    private static final Schedule USUAL = Schedule.usual(Interval.NONE, Interval.of(Duration.ofMinutes(5)))
            .every(Interval.ofMicroseconds(Interval.DAY));

    public ReorderPolicy {
        schedule = schedule.settled(USUAL);
    }

    /** The id of the policy of that table. */
    public static ObjectId<ReorderPolicy> id(QualifiedName table) {
        return ObjectId.of(ReorderPolicy.class, table);
    }

    @Override
    public ObjectId<ReorderPolicy> id() {
        return id(table);
    }

    @Override
    public Set<ObjectId<?>> leansOn() {
        return Set.of(Table.id(table));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(TimescaleObject.super.requires(database));
        if (!isOfConstraint(database)) {
            required.add(index);
        }
        return required;
    }

    private boolean isOfConstraint(Database database) {
        Optional<Constraint> constraint = database.find(Table.id(table))
                .map(found -> found.constraints().get(index.name().name()));
        return constraint
                .filter(one -> one instanceof PrimaryKeyConstraint
                        || one instanceof UniqueConstraint
                        || one instanceof ExclusionConstraint)
                .isPresent();
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(Table.id(table));
    }

    @Override
    public List<Statement> making(Database database) {
        TimescaleCall add = TimescaleCall.of("add_reorder_policy")
                .with("hypertable", table)
                .with("index_name", index.name().name());
        Schedule added = USUAL.timed(schedule);
        return List.of(
                Statement.of(added.beginning(add).select(database), LockMode.NONE),
                PolicyJob.of(table, "policy_reorder", "{}").change(added, schedule, database));
    }

    @Override
    public List<Statement> unmaking(Database database) {
        TimescaleCall remove = TimescaleCall.of("remove_reorder_policy").with("hypertable", table);
        return List.of(Statement.of(remove.select(database), LockMode.NONE));
    }

    @Override
    public void check(Database database) {
        Hypertable.of(database.get(Table.id(table)));
        if (!isOfConstraint(database) && !database.get(index).owner().equals(owner())) {
            throw new RefusedException(
                    id(), "The rows of table " + table + " cannot be ordered by " + index + " of another table.");
        }
    }

    @Override
    public ReorderPolicy following(Rename rename) {
        ObjectId<Index> next = rename.follow(index);
        boolean isOfConstraint = rename instanceof Rename.OfConstraint constraint
                && constraint.table().equals(Table.id(table))
                && constraint.from().equals(index.name().name());
        if (isOfConstraint || !next.name().name().equals(index.name().name())) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " keeps the name of " + index
                            + " and would look for it in vain. Drop the policy before the rename and create it again after"
                            + " it, in the same revision.");
        }
        ObjectId<Table> owner = rename.follow(Table.id(table));
        QualifiedName name = rename.followSchema(owner.name());
        return new ReorderPolicy(name, index.named(index.name().inSchema(name.schema())), schedule);
    }
}
