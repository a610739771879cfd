package dev.varve.reference;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.asc;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.function;
import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.job;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.old;
import static dev.varve.timescale.Timescale.on;
import static dev.varve.timescale.Timescale.privileges;
import static dev.varve.timescale.Timescale.procedure;
import static dev.varve.timescale.Timescale.schedule;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.timescale.Timescale.segmentBy;
import static dev.varve.timescale.Timescale.sinceCreation;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.type;
import static dev.varve.timescale.Timescale.window;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.ProcedureSpec;
import dev.varve.timescale.ContinuousAggregateSpec;
import dev.varve.timescale.TimescaleTable;
import dev.varve.timescale.model.Schedule;
import java.time.Instant;

/** What can be said of TimescaleDB, one thing after the other. */
final class TimescalePage implements ReferencePage {

    private static final TimescaleTable TRADES = table("trades").inSchema("market");
    private static final TimescaleTable QUOTES = table("quotes").inSchema("market");
    private static final TimescaleTable STEPS = table("steps").inSchema("market");
    private static final ContinuousAggregateSpec HOURS =
            continuousAggregate("hourly").inSchema("market");
    private static final ContinuousAggregateSpec DAYS =
            continuousAggregate("daily").inSchema("market");
    private static final FunctionSpec CLEAN = function("clean").inSchema("market");
    private static final FunctionSpec CURRENT = function("current_step").inSchema("market");

    @Override
    public String title() {
        return "TimescaleDB";
    }

    @Override
    public String introduction() {
        return "";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("market"));
        changes.create(QUOTES.column("time", timestamptz().notNull())
                .column("symbol", text().notNull())
                .column("price", numeric()));
        changes.create(TRADES.column("time", timestamptz().notNull())
                .column("symbol", text().notNull())
                .column("price", numeric(18, 8))
                .primaryKey("time", "symbol")
                .index(on("symbol").named("by_symbol"))
                .hypertable(by("time").every(days(1))));
        changes.create(
                STEPS.column("step", bigint().notNull()).hypertable(by("step").every(1000)));
        changes.create(CURRENT.returns(bigint()).language("sql").stable().body("select 1000::bigint"));
        changes.create(CLEAN.argument("job", integer())
                .argument("config", jsonb())
                .returns("void")
                .language("sql")
                .body(""));
    }

    @Snippet("A new hypertable with everything")
    void create(Changes changes) {
        changes.create(table("ticks")
                .inSchema("market")
                .column("time", timestamptz().notNull())
                .column("symbol", text().notNull())
                .column("price", numeric())
                .hypertable(by("time").every(hours(1)), hash("symbol", 4))
                .compress(after(days(7)).segmentBy("symbol").orderBy(desc("time")))
                .retain(days(365)));
    }

    @Snippet("An existing empty table becomes a hypertable")
    void hypertable(Changes changes) {
        changes.alter(QUOTES).hypertable(by("time").every(days(1)));
    }

    @Snippet("A table with rows becomes a hypertable")
    void migrate(Changes changes) {
        changes.alter(QUOTES).migrateToHypertable(by("time").every(days(1)));
    }

    @Snippet("A hypertable becomes a plain table")
    void rebuild(Changes changes) {
        changes.alter(TRADES).rebuildAsTable();
    }

    @Snippet("A hypertable is cut otherwise, chunks that are there included")
    void rebuildOtherwise(Changes changes) {
        changes.alter(TRADES).rebuildAsHypertable(by("time").every(hours(12)), hash("symbol", 2));
    }

    @Snippet("A hypertable that is cut by the time which a function makes of a column")
    void through(Changes changes) {
        changes.create(function("time_of")
                .inSchema("market")
                .argument("note", jsonb())
                .returns(timestamptz())
                .language("sql")
                .immutable()
                .body("select to_timestamp((note ->> 'at')::float8)"));
        changes.create(table("notes")
                .inSchema("market")
                .column("note", jsonb().notNull())
                .hypertable(by("note")
                        .every(days(1))
                        .through(function("time_of")
                                .inSchema("market")
                                .argument("note", jsonb())
                                .id())));
    }

    @Snippet("An index that is built chunk by chunk")
    void indexPerChunk(Changes changes) {
        changes.alter(TRADES).addIndexPerChunk(on("price").named("by_price"));
    }

    @Snippet("Another length of new chunks")
    void chunkInterval(Changes changes) {
        changes.alter(TRADES).chunkInterval(hours(6));
    }

    @Snippet("One more dimension")
    void addDimension(Changes changes) {
        changes.alter(TRADES).addDimension(hash("symbol", 4));
    }

    @Snippet(value = "Another number of partitions", after = "addDimension")
    void alterDimension(Changes changes) {
        changes.alter(TRADES).alterDimension(hash("symbol", 8));
    }

    @Snippet("What is now where time is a whole number")
    void now(Changes changes) {
        changes.alter(STEPS).now(CURRENT);
    }

    @Snippet("Skip chunks by the range of a column")
    void skipChunks(Changes changes) {
        changes.alter(TRADES).skipChunksBy("time");
    }

    @Snippet("Compress, with a policy")
    void compress(Changes changes) {
        changes.alter(TRADES).compress(after(days(7)).segmentBy("symbol").orderBy(desc("time")));
    }

    @Snippet(value = "Compress otherwise", after = "compress")
    void compressOtherwise(Changes changes) {
        changes.alter(TRADES).compress(segmentBy("symbol").orderBy(asc("time")).mergeUpTo(days(7)));
    }

    @Snippet("Keep sparse indexes of compressed rows")
    void sparse(Changes changes) {
        changes.alter(TRADES).compress(segmentBy("symbol").orderBy(desc("time")).minmax("price"));
    }

    @Snippet(value = "End compression", after = "compress")
    void dropCompression(Changes changes) {
        changes.alter(TRADES).dropCompression();
    }

    @Snippet(value = "Compress at another age", after = "compress")
    void compressAfter(Changes changes) {
        changes.alter(TRADES).compressAfter(days(1));
    }

    @Snippet(value = "Compress no more by itself", after = "compress")
    void dropCompressionPolicy(Changes changes) {
        changes.alter(TRADES).dropCompressionPolicy();
    }

    @Snippet(value = "Compress the chunks that are old enough now", after = "compress")
    void compressChunks(Changes changes) {
        changes.alter(TRADES).compressChunks(old(days(7)));
    }

    @Snippet(value = "Decompress all chunks now", after = "compress")
    void decompressChunks(Changes changes) {
        changes.alter(TRADES).decompressChunks();
    }

    @Snippet("Keep rows for some time")
    void retain(Changes changes) {
        changes.alter(TRADES).retain(days(365));
    }

    @Snippet(value = "Keep them by the creation of chunks, on a schedule", after = "retain")
    void retainSinceCreation(Changes changes) {
        Schedule nightly = schedule()
                .every(days(1))
                .startingAt(Instant.parse("2025-01-01T02:00:00Z"))
                .in("Europe/Berlin")
                .atMost(hours(1))
                .retrying(3, minutes(10));
        changes.alter(TRADES).retain(sinceCreation(days(400)), nightly);
    }

    @Snippet(value = "Keep them for good", after = "retain")
    void dropRetention(Changes changes) {
        changes.alter(TRADES).dropRetention();
    }

    @Snippet("Put rows into the order of an index")
    void reorder(Changes changes) {
        changes.alter(TRADES).reorder("by_symbol", schedule());
    }

    @Snippet(value = "Put them into order no more", after = "reorder")
    void dropReorder(Changes changes) {
        changes.alter(TRADES).dropReorder();
    }

    @Snippet("A job")
    void addJob(Changes changes) {
        changes.create(job("nightly")
                .calls(CLEAN)
                .telling("keep", 30)
                .scheduled(schedule().every(days(1))));
    }

    @Snippet(value = "Pause a job", after = "addJob")
    void pauseJob(Changes changes) {
        changes.alter(job("nightly")
                        .calls(CLEAN)
                        .telling("keep", 30)
                        .scheduled(schedule().every(days(1)).pausing()))
                .asWritten();
    }

    @Snippet("A job that calls a procedure")
    void addProcedureJob(Changes changes) {
        ProcedureSpec pause = procedure("pause")
                .inSchema("market")
                .argument("job", integer())
                .argument("config", jsonb())
                .body("begin commit; end");
        changes.create(pause);
        changes.create(job("hourly pause").calls(pause).scheduled(schedule().every(hours(1))));
    }

    @Snippet("A job whose configuration is checked")
    void addCheckedJob(Changes changes) {
        FunctionSpec check = function("check_keep")
                .inSchema("market")
                .argument("config", jsonb())
                .returns("void")
                .language("plpgsql")
                .body("begin if config ->> 'keep' is null then raise exception 'keep how long?'; end if; end");
        changes.create(check);
        changes.create(job("checked").calls(CLEAN).checkedBy(check).telling("keep", 30));
    }

    @Snippet(value = "Drop a job", after = "addJob")
    void dropJob(Changes changes) {
        changes.drop(job("nightly").calls(CLEAN));
    }

    @Snippet("A continuous aggregate")
    void aggregate(Changes changes) {
        changes.create(
                HOURS.as("select time_bucket(interval '1 hour', t.time) as bucket, t.symbol, max(t.price) as high"
                                + " from market.trades t group by 1, 2")
                        .refresh(every(minutes(5)).from(hours(6)).until(minutes(1))));
    }

    @Snippet(value = "An aggregate of an aggregate", after = "aggregate")
    void hierarchical(Changes changes) {
        changes.create(DAYS.as("select time_bucket(interval '1 day', h.bucket) as bucket, h.symbol, max(h.high) as high"
                + " from market.hourly h group by 1, 2"));
    }

    @Snippet(value = "Another query for an aggregate, with what belongs to it", after = "aggregate")
    void recreateAggregate(Changes changes) {
        changes.recreate(
                HOURS.as("select time_bucket(interval '1 hour', t.time) as bucket, t.symbol, min(t.price) as low"
                        + " from market.trades t group by 1, 2"));
    }

    @Snippet("An aggregate that nobody has filled yet, with its own index")
    void withNoData(Changes changes) {
        changes.create(
                HOURS.as("select time_bucket(interval '1 hour', t.time) as bucket, t.symbol, max(t.price) as high"
                                + " from market.trades t group by 1, 2")
                        .realTime()
                        .withNoData()
                        .withoutGroupIndexes()
                        .index(on("symbol").named("hourly_by_symbol")));
    }

    @Snippet(value = "Refresh a window now, in steps", after = "aggregate")
    void refreshNow(Changes changes) {
        changes.alter(HOURS)
                .refreshNow(window(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-02-01T00:00:00Z"))
                        .inSteps(days(14)));
    }

    @Snippet(value = "Another refresh policy", after = "aggregate")
    void refresh(Changes changes) {
        changes.alter(HOURS).refresh(every(minutes(15)).from(days(3)).until(hours(1)));
    }

    @Snippet(value = "Several refresh policies", after = "aggregate")
    void refreshSeveral(Changes changes) {
        changes.alter(HOURS)
                .refresh(
                        every(minutes(5)).from(hours(6)).until(minutes(1)),
                        every(hours(6)).from(days(7)).until(hours(6)));
    }

    @Snippet(value = "Refresh ahead of now", after = "aggregate")
    void refreshAhead(Changes changes) {
        changes.alter(HOURS).refresh(every(minutes(5)).from(hours(6)).until(hours(2).negated()));
    }

    @Snippet(value = "Refresh in batches, the oldest first", after = "aggregate")
    void refreshInBatches(Changes changes) {
        changes.alter(HOURS)
                .refresh(every(minutes(5))
                        .from(days(90))
                        .bucketsPerBatch(24)
                        .maxBatchesPerExecution(10)
                        .oldestFirst());
    }

    @Snippet(value = "Refresh from tiered storage, too", after = "aggregate")
    void refreshFromTieredStorage(Changes changes) {
        changes.alter(HOURS).refresh(every(days(1)).from(days(400)).includeTieredData());
    }

    @Snippet(value = "Give an aggregate to a role, and let others read it", after = "aggregate")
    void giveAggregate(Changes changes) {
        changes.owner(HOURS, "pg_monitor");
        changes.grant(privileges("select").on(HOURS), "pg_read_all_stats");
    }

    @Snippet(value = "No refresh policy", after = "aggregate")
    void dropRefresh(Changes changes) {
        changes.alter(HOURS).dropRefresh();
    }

    @Snippet(value = "Show what has just come, too", after = "aggregate")
    void realTime(Changes changes) {
        changes.alter(HOURS).realTime();
    }

    @Snippet(value = "Compress what is stored", after = "aggregate")
    void compressAggregate(Changes changes) {
        changes.alter(HOURS).compress(after(days(30)).segmentBy("symbol").orderBy(desc("bucket")));
    }

    @Snippet(value = "Compress now what is stored", after = "compressAggregate")
    void compressAggregateChunks(Changes changes) {
        changes.alter(HOURS).compressChunks();
    }

    @Snippet(value = "End the compression of an aggregate", after = "compressAggregate")
    void dropAggregateCompression(Changes changes) {
        changes.alter(HOURS).dropCompression();
    }

    @Snippet(value = "Keep what is stored for some time", after = "aggregate")
    void retainAggregate(Changes changes) {
        changes.alter(HOURS).retain(days(730));
    }

    @Snippet(value = "Index what is stored", after = "aggregate")
    void indexAggregate(Changes changes) {
        changes.alter(HOURS).addIndex(on(desc("high")).named("hourly_by_high"));
    }

    @Snippet(value = "Rename an aggregate", after = "hierarchical")
    void renameAggregate(Changes changes) {
        changes.rename(HOURS, "by_hour");
    }

    @Snippet(value = "Drop an aggregate", after = "aggregate")
    void dropAggregate(Changes changes) {
        changes.drop(HOURS);
    }

    @Snippet(value = "Change the type of a column under aggregates", after = "hierarchical")
    void cascade(Changes changes) {
        changes.alter(TRADES).alterColumn("price", type(numeric())).cascadeRecreate();
    }

    @Snippet(value = "Change the type of a column of a compressed table", after = "compress")
    void typeOfCompressed(Changes changes) {
        changes.alter(TRADES).alterColumn("price", type(numeric()));
    }

    @Snippet("Update the extension")
    void update(Changes changes) {
        changes.alter(extension("timescaledb")).update();
    }
}
