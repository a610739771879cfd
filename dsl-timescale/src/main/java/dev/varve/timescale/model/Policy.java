package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a background job of TimescaleDB does to a hypertable again and again. There is one of each class at most. */
public interface Policy extends TimescaleFacet {

    /** How old the chunks are with which it deals. */
    Age age();

    /** The entry of the configuration of its job that says the age. */
    String ageKey();

    /** When the job runs; as TimescaleDB chooses when the policy is added, as far as nothing is said. */
    Schedule schedule();

    /** The schedule that TimescaleDB would choose now. */
    Schedule usual(Hypertable hypertable);

    /** The same with the schedule that TimescaleDB would choose now, so that it is known. */
    Policy settled(Hypertable hypertable);

    /** The call that adds it to a relation. */
    TimescaleCall addition(QualifiedName relation);

    /** The call that removes it from a relation. */
    TimescaleCall removal(QualifiedName relation);

    /** The job that carries it out on a relation. */
    PolicyJob job(QualifiedName relation);

    @Override
    default Set<String> columns() {
        return Set.of();
    }

    @Override
    default Policy following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    default List<Statement> making(Table table, Database database) {
        refuseUnderApache(table, database);
        age().require(table.id(), "A policy", database);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(schedule().adding(addition(table.name())).select(database), LockMode.NONE));
        Schedule added = schedule().asAdded(usual(Hypertable.of(table)));
        job(table.name()).tuning(added, schedule(), database).ifPresent(statements::add);
        return statements;
    }

    /** The statement that makes this policy of another one of the same class, in place. */
    default Statement changing(Policy old, Table table, Database database) {
        age().require(table.id(), "A policy", database);
        PolicyJob job = job(table.name());
        boolean sameKey = old.age().sinceCreation() == age().sinceCreation();
        return (sameKey ? job : job.without(old.ageKey())).change(old.schedule(), schedule(), database);
    }

    @Override
    default void check(Table table, Database database) {
        Hypertable hypertable = Hypertable.of(table);
        Span chunk = hypertable.time().interval();
        if (!age().sinceCreation()) {
            hypertable.refuseWithoutClock(table);
        }
        if (!age().sinceCreation() && !age().length().getClass().equals(chunk.getClass())) {
            throw new RefusedException(
                    table.id(),
                    "The " + description() + " does not fit " + table.id() + ", which is cut every " + chunk
                            + ". Where time is a whole number, so is an age; elsewhere it is an interval.");
        }
    }
}
