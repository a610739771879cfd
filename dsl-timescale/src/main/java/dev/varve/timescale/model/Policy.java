package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a background job of TimescaleDB does to a hypertable again and again. There is one of each class at most. */
public interface Policy extends TimescaleFacet {

    /** How often the job runs; as TimescaleDB chooses when the policy is added, if empty. */
    Optional<Interval> schedule();

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
        return List.of(Statement.of(addition(table.name()).select(database), LockMode.NONE));
    }

    @Override
    default void check(Table table, Database database) {
        Hypertable.of(table).refuseWithoutClock(table);
    }
}
