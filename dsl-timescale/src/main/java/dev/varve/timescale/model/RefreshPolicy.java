package dev.varve.timescale.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.Optional;

/**
 * That a continuous aggregate is brought up to date again and again
 * (<a href="https://docs.timescale.com/api/latest/continuous-aggregates/add_continuous_aggregate_policy/">documentation</a>).
 *
 * @param every how often
 * @param from how far back each time; to the beginning if empty
 * @param until up to how long ago each time; to the newest row if empty
 */
public record RefreshPolicy(Interval every, Optional<Span> from, Optional<Span> until) {

    private static final Sql NULL = Sql.raw("null");

    /** The policy in words. */
    public String description() {
        return "refresh policy every " + every;
    }

    TimescaleCall addition(QualifiedName aggregate) {
        return TimescaleCall.of("add_continuous_aggregate_policy")
                .with("continuous_aggregate", aggregate)
                .with("start_offset", from.<Fragment>map(span -> span).orElse(NULL))
                .with("end_offset", until.<Fragment>map(span -> span).orElse(NULL))
                .with("schedule_interval", every);
    }

    static TimescaleCall removal(QualifiedName aggregate) {
        return TimescaleCall.of("remove_continuous_aggregate_policy").with("continuous_aggregate", aggregate);
    }

    PolicyJob job(QualifiedName aggregate) {
        String config = "{\"start_offset\": " + json(from) + ", \"end_offset\": " + json(until) + "}";
        return new PolicyJob(aggregate, "policy_refresh_continuous_aggregate", every, config);
    }

    private static String json(Optional<Span> offset) {
        return offset.map(Span::json).orElse("null");
    }
}
