package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Fragment;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That a continuous aggregate is brought up to date again and again
 * (<a href="https://docs.timescale.com/api/latest/continuous-aggregates/add_continuous_aggregate_policy/">documentation</a>).
 *
 * @param schedule when; it always says how often
 * @param from how far back each time; to the beginning if empty
 * @param until up to how long ago each time; to the newest row if empty
 * @param options how it goes through what lies between
 */
public record RefreshPolicy(Schedule schedule, Optional<Span> from, Optional<Span> until, RefreshOptions options) {

    /** From those that bring the newest rows up to date. */
    static final Comparator<RefreshPolicy> NEWEST_FIRST = Comparator.comparingLong(RefreshPolicy::end);

    private static final Sql NULL = Sql.raw("null");

    /** It runs for ever, and waits as long before it is tried again as before it is run again. */
    public RefreshPolicy {
        Interval every = schedule.every()
                .orElseThrow(
                        () -> new IllegalArgumentException("A refresh policy says how often it runs; say every(...)."));
        schedule = schedule.settled(usual(every));
    }

    /** A policy that runs so often. */
    public RefreshPolicy(Interval every, Optional<Span> from, Optional<Span> until) {
        this(Schedule.CHOSEN.every(every), from, until, RefreshOptions.CHOSEN);
    }

    /** The same, going through its window in another way. */
    public RefreshPolicy with(RefreshOptions others) {
        return new RefreshPolicy(schedule, from, until, others);
    }

    private static Schedule usual(Interval every) {
        return Schedule.usual(Interval.NONE, every).every(every);
    }

    /** How often it runs. */
    public Interval every() {
        return schedule.every().orElseThrow();
    }

    /** Whether there are times that both bring up to date. */
    boolean overlaps(RefreshPolicy other) {
        return start() > other.end() && other.start() > end();
    }

    /** Whether two buckets of that length do not fit in. */
    boolean isShorterThanTwo(long width) {
        return from.isPresent() && until.isPresent() && start() - end() < 2 * width;
    }

    private long start() {
        return from.map(Span::length).orElse(Long.MAX_VALUE);
    }

    private long end() {
        return until.map(Span::length).orElse(0L);
    }

    /** The policy in words. */
    public String description() {
        return "refresh policy every " + every();
    }

    /** The statements that add it to an aggregate whose time has that type. */
    List<Statement> addition(QualifiedName aggregate, String timeType, Database database) {
        TimescaleCall add = TimescaleCall.of("add_continuous_aggregate_policy")
                .with("continuous_aggregate", aggregate)
                .with("start_offset", offset(from, timeType))
                .with("end_offset", offset(until, timeType));
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(options.adding(schedule.adding(add)).select(database), LockMode.NONE));
        one(aggregate)
                .tuning(schedule.asAdded(usual(every())), schedule, database)
                .ifPresent(statements::add);
        return statements;
    }

    /** Only a smallint TimescaleDB does not take for a number as PostgreSQL reads it. */
    private static Fragment offset(Optional<Span> offset, String timeType) {
        String cast = timeType.equals("smallint") ? "::smallint" : "";
        return offset.<Fragment>map(span -> Sql.of("{}" + cast, span)).orElse(NULL);
    }

    /** The statement that makes this policy of the only one that an aggregate has. */
    Statement change(RefreshPolicy old, QualifiedName aggregate, Database database) {
        return options.without(old.options, job(aggregate)).change(old.schedule, schedule, database);
    }

    /** The statement that removes this policy alone; the function that removes a policy removes all of an aggregate. */
    Statement removal(QualifiedName aggregate, Database database) {
        return one(aggregate).removal(database);
    }

    static TimescaleCall removalOfAll(QualifiedName aggregate) {
        return TimescaleCall.of("remove_continuous_aggregate_policy").with("continuous_aggregate", aggregate);
    }

    private PolicyJob job(QualifiedName aggregate) {
        String config = "{\"start_offset\": " + json(from) + ", \"end_offset\": " + json(until) + options.json() + "}";
        return PolicyJob.of(aggregate, "policy_refresh_continuous_aggregate", config);
    }

    private PolicyJob one(QualifiedName aggregate) {
        return job(aggregate).where(Sql.of("{} and {}", having("start_offset", from), having("end_offset", until)));
    }

    private static Sql having(String key, Optional<Span> offset) {
        Sql entry = Sql.raw("j.config ->> '" + key + "'");
        return offset.map(span -> Sql.of("({})::{} = {}", entry, Sql.raw(span.type()), span))
                .orElse(Sql.of("{} is null", entry));
    }

    @Override
    public String toString() {
        return "every " + every() + " from " + from.map(Span::text).orElse("the beginning") + " until "
                + until.map(Span::text).orElse("now");
    }

    private static String json(Optional<Span> offset) {
        return offset.map(Span::json).orElse("null");
    }
}
