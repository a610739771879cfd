package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import java.time.Duration;
import java.util.Optional;

/**
 * That chunks are compressed once they are so old
 * (<a href="https://docs.timescale.com/api/latest/compression/add_compression_policy/">documentation</a>).
 */
public record CompressionPolicy(Span after, Optional<Interval> schedule) implements Policy {

    private static final Interval LONGEST = Interval.of(Duration.ofHours(12));

    /** Twice for every chunk, but at least every 12 hours; every day if time is a whole number. */
    @Override
    public CompressionPolicy settled(Hypertable hypertable) {
        return new CompressionPolicy(
                after,
                Optional.of(schedule.orElseGet(() -> chosen(hypertable.time().interval()))));
    }

    private static Interval chosen(Span chunk) {
        if (!(chunk instanceof Interval interval)) {
            return Interval.ofMicroseconds(Interval.DAY);
        }
        return interval.half().compareTo(LONGEST) < 0 ? interval.half() : LONGEST;
    }

    @Override
    public String description() {
        return "compression policy after " + after;
    }

    @Override
    public TimescaleCall addition(QualifiedName relation) {
        TimescaleCall add = TimescaleCall.of("add_compression_policy")
                .with("hypertable", relation)
                .with("compress_after", after);
        return schedule.map(every -> add.with("schedule_interval", every)).orElse(add);
    }

    @Override
    public TimescaleCall removal(QualifiedName relation) {
        return TimescaleCall.of("remove_compression_policy").with("hypertable", relation);
    }

    @Override
    public PolicyJob job(QualifiedName relation) {
        return new PolicyJob(
                relation, "policy_compression", schedule.orElse(LONGEST), "{\"compress_after\": " + after.json() + "}");
    }

    @Override
    public void check(Table table, Database database) {
        Policy.super.check(table, database);
        if (table.facet(Compression.class).isEmpty()) {
            throw new RefusedException(
                    table.id(),
                    "The chunks of " + table.id() + " cannot be compressed after " + after
                            + ", because its compression is not set up. Say compress(after(...).segmentBy(...)).");
        }
    }
}
