package dev.varve.timescale.model;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.util.Optional;

/**
 * That chunks are dropped once they are so old
 * (<a href="https://docs.timescale.com/api/latest/data-retention/add_retention_policy/">documentation</a>).
 */
public record RetentionPolicy(Span after, Optional<Interval> schedule) implements Policy {

    private static final Interval DAILY = Interval.ofMicroseconds(Interval.DAY);

    /** Every day. */
    @Override
    public RetentionPolicy settled(Hypertable hypertable) {
        return new RetentionPolicy(after, Optional.of(schedule.orElse(DAILY)));
    }

    @Override
    public String description() {
        return "retention policy of " + after;
    }

    @Override
    public TimescaleCall addition(QualifiedName relation) {
        TimescaleCall add = TimescaleCall.of("add_retention_policy")
                .with("relation", relation)
                .with("drop_after", after);
        return schedule.map(every -> add.with("schedule_interval", every)).orElse(add);
    }

    @Override
    public TimescaleCall removal(QualifiedName relation) {
        return TimescaleCall.of("remove_retention_policy").with("relation", relation);
    }

    @Override
    public PolicyJob job(QualifiedName relation) {
        return new PolicyJob(
                relation, "policy_retention", schedule.orElse(DAILY), "{\"drop_after\": " + after.json() + "}");
    }

    @Override
    public void check(Table table, Database database) {
        Policy.super.check(table, database);
        TimescaleFacet.referencing(table, database).forEach(from -> refuseReference(table, from));
    }

    @Override
    public void checkReference(Table table, Table from, Constraint.ForeignKey key) {
        refuseReference(table, from);
    }
}
