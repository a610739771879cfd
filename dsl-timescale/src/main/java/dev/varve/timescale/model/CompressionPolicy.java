package dev.varve.timescale.model;

import dev.varve.model.RefusedException;
import dev.varve.sql.QualifiedName;
import java.time.Duration;
import java.util.Optional;

/**
 * That chunks are compressed once they are so old
 * (<a href="https://docs.timescale.com/api/latest/compression/add_compression_policy/">documentation</a>).
 */
public record CompressionPolicy(Age age, Schedule schedule) implements Policy {

    private static final Interval LONGEST = Interval.of(Duration.ofHours(12));
    private static final Schedule USUAL = Schedule.usual(Interval.NONE, Interval.of(Duration.ofHours(1)));

    public CompressionPolicy {
        schedule = schedule.settled(USUAL);
    }

    /** A policy by the time axis that runs so often. */
    public CompressionPolicy(Span after, Optional<Interval> schedule) {
        this(Age.of(after), Schedule.CHOSEN.every(schedule));
    }

    /** Twice for every chunk, but at least every 12 hours; every day if time is a whole number. */
    @Override
    public Schedule usual(RangeDimension axis) {
        return USUAL.every(chosen(axis.interval()));
    }

    private static Interval chosen(Span chunk) {
        if (!(chunk instanceof Interval interval)) {
            return Interval.ofMicroseconds(Interval.DAY);
        }
        return interval.half().compareTo(LONGEST) < 0 ? interval.half() : LONGEST;
    }

    @Override
    public CompressionPolicy settled(RangeDimension axis) {
        return new CompressionPolicy(age, schedule.settled(usual(axis)));
    }

    @Override
    public CompressionPolicy settled(Hypertable hypertable) {
        return settled(hypertable.time());
    }

    @Override
    public String ageKey() {
        return age.key("compress");
    }

    @Override
    public String description() {
        return "compression policy after " + age;
    }

    @Override
    public TimescaleCall addition(QualifiedName relation) {
        return age.addedTo(TimescaleCall.of("add_compression_policy").with("hypertable", relation), "compress");
    }

    @Override
    public TimescaleCall removal(QualifiedName relation) {
        return TimescaleCall.of("remove_compression_policy").with("hypertable", relation);
    }

    @Override
    public PolicyJob job(QualifiedName relation) {
        return PolicyJob.of(relation, "policy_compression", age.json("compress"));
    }

    @Override
    public void check(Chunked chunked) {
        Policy.super.check(chunked);
        if (age.sinceCreation() && chunked.axis().interval() instanceof IntegerSpan) {
            throw new RefusedException(
                    chunked.id(),
                    "The chunks of " + chunked.id() + " cannot be compressed " + age
                            + ", because its time is a whole number; TimescaleDB refuses that. Say an age along that time.");
        }
        if (chunked.fact(Compression.class).isEmpty()) {
            throw new RefusedException(
                    chunked.id(),
                    "The chunks of " + chunked.id() + " cannot be compressed after " + age
                            + ", because its compression is not set up. Say compress(after(...).segmentBy(...)).");
        }
    }
}
