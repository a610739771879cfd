package dev.varve.timescale.source;

import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Schedule;
import java.util.Optional;

/** How the times are written at which a job runs: {@code schedule().every(days(1)).in("Europe/Berlin")}. */
final class Schedules {

    private Schedules() {}

    /** What differs from the usual schedule of such a job; {@code schedule()} alone if nothing does. */
    static Code of(Schedule schedule, Schedule usual) {
        Optional<Code> runtime = spoken(schedule.maxRuntime(), usual.maxRuntime());
        boolean retries = !schedule.maxRetries().equals(usual.maxRetries())
                || !schedule.retryPeriod().equals(usual.retryPeriod());
        Chain chain = Chain.of("schedule")
                .when(spoken(schedule.every(), usual.every()), "every")
                .when(schedule.start().map(Spans::moment), "startingAt")
                .when(schedule.timezone(), "in")
                .when(runtime, "atMost");
        return (retries ? retrying(chain, schedule) : chain).when(schedule.paused(), "pausing");
    }

    private static Chain retrying(Chain chain, Schedule schedule) {
        return schedule.retryPeriod()
                .map(wait -> chain.then("retrying", schedule.maxRetries().orElse(-1), Spans.of(wait)))
                .orElse(chain);
    }

    private static Optional<Code> spoken(Optional<Interval> said, Optional<Interval> usual) {
        return said.filter(interval -> usual.filter(interval::equals).isEmpty()).map(Spans::of);
    }

    /** Whether nothing has to be said. */
    static boolean isUsual(Schedule schedule, Schedule usual) {
        return of(schedule, usual).flat().equals("schedule()");
    }
}
