package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.time.Duration;
import java.util.Optional;

/**
 * That chunks are dropped once they are so old
 * (<a href="https://docs.timescale.com/api/latest/data-retention/add_retention_policy/">documentation</a>).
 */
public record RetentionPolicy(Age age, Schedule schedule) implements Policy {

    private static final Interval DAILY = Interval.ofMicroseconds(Interval.DAY);
    private static final Interval SHORT = Interval.of(Duration.ofMinutes(5));
    private static final Schedule USUAL = Schedule.usual(SHORT, SHORT);

    /** The first 2.minor whose job drops chunks by their creation. */
    private static final int BY_CREATION = 27;

    public RetentionPolicy {
        schedule = schedule.settled(USUAL);
    }

    /** A policy by the time axis that runs so often. */
    public RetentionPolicy(Span after, Optional<Interval> schedule) {
        this(Age.of(after), Schedule.CHOSEN.every(schedule));
    }

    /** Whether nothing goes by it that would stay by the other policy, if there is one. */
    boolean keepsAsLongAs(Optional<RetentionPolicy> other) {
        return other.filter(policy -> !age.sinceCreation()
                        && !policy.age.sinceCreation()
                        && age.length().length() >= policy.age.length().length())
                .isPresent();
    }

    /** Every day. */
    @Override
    public Schedule usual(RangeDimension axis) {
        return USUAL.every(DAILY);
    }

    @Override
    public RetentionPolicy settled(RangeDimension axis) {
        return new RetentionPolicy(age, schedule.settled(usual(axis)));
    }

    @Override
    public RetentionPolicy settled(Hypertable hypertable) {
        return settled(hypertable.time());
    }

    @Override
    public String ageKey() {
        return age.key("drop");
    }

    @Override
    public String description() {
        return "retention policy of " + age;
    }

    /**
     * Before 2.26.3 TimescaleDB takes a policy by the creation of chunks along a time axis, and the job fails whenever it runs
     * (<a href="https://github.com/timescale/timescaledb/blob/main/CHANGELOG.md">changes</a>).
     */
    @Override
    public int creationSince(RangeDimension axis) {
        boolean counted = axis.interval() instanceof IntegerSpan && axis.clock().isEmpty();
        return counted ? Policy.super.creationSince(axis) : BY_CREATION;
    }

    @Override
    public TimescaleCall addition(QualifiedName relation) {
        return age.addedTo(TimescaleCall.of("add_retention_policy").with("relation", relation), "drop");
    }

    @Override
    public TimescaleCall removal(QualifiedName relation) {
        return TimescaleCall.of("remove_retention_policy").with("relation", relation);
    }

    @Override
    public PolicyJob job(QualifiedName relation) {
        return PolicyJob.of(relation, "policy_retention", age.json("drop"));
    }

    @Override
    public void check(Table table, Database database) {
        Policy.super.check(table, database);
        TimescaleFacet.referencing(table, database).forEach(from -> refuseReference(table, from));
    }

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        refuseReference(table, from);
    }
}
