package dev.varve.timescale.source;

import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RefreshOptions;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * How policies are written: {@code retain(days(365))}.
 *
 * @param axis how what they deal with is cut, by which TimescaleDB chooses how often they run
 */
record Policies(Optional<RangeDimension> axis) {

    /** When chunks are dropped. */
    Call retain(RetentionPolicy policy) {
        RetentionPolicy usual = new RetentionPolicy(policy.age(), Schedule.CHOSEN);
        Schedule chosen = axis.map(usual::usual).orElse(usual.schedule());
        return policy("retain", policy.age(), policy.schedule(), chosen);
    }

    /** When chunks are compressed, where their compression is set up already. */
    Call compressAfter(CompressionPolicy policy) {
        return policy("compressAfter", policy.age(), policy.schedule(), usual(policy));
    }

    /** The schedule that TimescaleDB would choose for the compression of chunks. */
    Schedule usual(CompressionPolicy policy) {
        CompressionPolicy usual = new CompressionPolicy(policy.age(), Schedule.CHOSEN);
        return axis.map(usual::usual).orElse(usual.schedule());
    }

    private static Call policy(String word, Age age, Schedule schedule, Schedule usual) {
        boolean plain = !age.sinceCreation() && Schedules.isUsual(schedule, usual);
        return plain ? Call.of(word, Spans.of(age.length())) : Call.of(word, old(age), Schedules.of(schedule, usual));
    }

    /** How old chunks are. */
    static Code old(Age age) {
        return Call.of(age.sinceCreation() ? "sinceCreation" : "old", Spans.of(age.length()));
    }

    /** How an aggregate is kept up to date. */
    static Call refresh(List<RefreshPolicy> policies) {
        return new Call("refresh", policies.stream().map(Policies::refresh).toList());
    }

    private static Code refresh(RefreshPolicy policy) {
        Schedule usual = new RefreshPolicy(policy.every(), policy.from(), policy.until()).schedule();
        Chain chain = Chain.of("every", Spans.of(policy.every()))
                .when(policy.from().map(Spans::of), "from")
                .when(policy.until().map(Spans::of), "until");
        return options(chain, policy.options())
                .when(
                        !Schedules.isUsual(policy.schedule(), usual),
                        "scheduled",
                        Schedules.of(policy.schedule(), usual));
    }

    private static Chain options(Chain policy, RefreshOptions options) {
        Chain chain = policy.when(options.bucketsPerBatch(), "bucketsPerBatch")
                .when(options.maxBatchesPerExecution(), "maxBatchesPerExecution")
                .when(options.oldestFirst(), "oldestFirst");
        return options.includeTieredData()
                .map(included -> chain.then(included ? "includeTieredData" : "excludeTieredData"))
                .orElse(chain);
    }
}
