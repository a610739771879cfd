package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.asc;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.first;
import static dev.varve.timescale.Timescale.histogram;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.last;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.months;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.timescale.Timescale.segmentBy;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.timeBucket;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.NamingConvention;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Plans;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import dev.varve.sql.JooqText;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Examples of the words, with the SQL that they stand for. */
class TimescaleWordsTest {

    private static final String MARKET_DATA = "market_data";
    private static final org.jooq.Table<?> TRADES = DSL.table(name(MARKET_DATA, "trades"));
    private static final Field<OffsetDateTime> TIMESTAMP = field(name("timestamp"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> BUCKET = field(name("bucket"), OffsetDateTime.class);
    private static final Field<String> SYMBOL = field(name("symbol"), String.class);
    private static final Field<BigDecimal> PRICE = field(name("price"), BigDecimal.class);
    private static final Field<BigDecimal> QUANTITY = field(name("quantity"), BigDecimal.class);

    @Revision(id = "0001", database = "timescale")
    static final class InitTimescale implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"), schema(MARKET_DATA));
        }
    }

    @Revision(id = "0002", database = "timescale", dependsOn = InitTimescale.class)
    static final class CreateMarketDataTables implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("trades")
                    .inSchema(MARKET_DATA)
                    .column("timestamp", timestamptz().notNull())
                    .column("symbol", varchar(20).notNull())
                    .column("price", numeric(18, 8).notNull().check(price -> price.gt(ZERO)))
                    .column("quantity", numeric(18, 8).notNull().check(quantity -> quantity.gt(ZERO)))
                    .column("side", varchar(4).notNull().check(side -> side.in("BUY", "SELL")))
                    .primaryKey("timestamp", "symbol")
                    .index("symbol")
                    .hypertable(by("timestamp").every(hours(1)))
                    .compress(after(days(7)).segmentBy("symbol").orderBy("timestamp"))
                    .retain(days(365)));

            changes.create(continuousAggregate("hourly_trades")
                    .inSchema(MARKET_DATA)
                    .as(select(
                                    timeBucket(hours(1), TIMESTAMP).as("bucket"),
                                    SYMBOL,
                                    first(PRICE, TIMESTAMP).as("open_price"),
                                    last(PRICE, TIMESTAMP).as("close_price"),
                                    count().as("trade_count"),
                                    sum(QUANTITY).as("volume"))
                            .from(TRADES)
                            .groupBy(BUCKET, SYMBOL))
                    .refresh(every(minutes(5)).from(hours(3)).until(minutes(1))));
        }
    }

    @Revision(id = "0003", database = "timescale", dependsOn = CreateMarketDataTables.class)
    static final class ChangeEverything implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("trades").inSchema(MARKET_DATA))
                    .addColumn("venue", varchar(10))
                    .chunkInterval(days(1))
                    .compress(after(days(1)).segmentBy("symbol", "side").orderBy(desc("price"), asc("timestamp")))
                    .retain(months(6));
            changes.alter(continuousAggregate("hourly_trades").inSchema(MARKET_DATA))
                    .realTime()
                    .refresh(every(hours(1)).from(days(7)));
        }
    }

    @Revision(id = "0003b", database = "timescale", dependsOn = InitTimescale.class)
    static final class ConvertAtOnce implements Migration {

        @Override
        public void define(Changes changes) {
            TimescaleTable quotes = table("quotes").inSchema(MARKET_DATA);
            changes.create(quotes.column("ts", timestamptz().notNull()));
            changes.alter(quotes)
                    .hypertable(by("ts").every(hours(1)))
                    .compress(segmentBy())
                    .compressAfter(days(7))
                    .dropCompressionPolicy()
                    .dropCompression();
        }
    }

    @Revision(id = "0003c", database = "timescale", dependsOn = CreateQuotes.class)
    static final class ConvertLater implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("quotes").inSchema(MARKET_DATA)).migrateToHypertable(by("ts").every(hours(1)));
        }
    }

    @Revision(id = "0003a", database = "timescale", dependsOn = InitTimescale.class)
    static final class CreateQuotes implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("quotes")
                    .inSchema(MARKET_DATA)
                    .column("ts", timestamptz().notNull()));
        }
    }

    @Revision(id = "0003d", database = "timescale", dependsOn = InitTimescale.class)
    static final class ForgetTime implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("t")
                    .inSchema(MARKET_DATA)
                    .column("ts", timestamptz().notNull())
                    .column("id", bigint())
                    .primaryKey("id")
                    .hypertable(by("ts").every(hours(1))));
        }
    }

    @Test
    void the_extension_is_created_and_dropped() {
        MigrationPlan plan = Plans.of(InitTimescale.class);

        assertThat(plan.upgradeSql()).isEqualTo("""
                        create extension timescaledb schema public;
                        create schema market_data""");
    }

    @Test
    void a_hypertable_and_its_aggregate_become_sql() {
        MigrationPlan plan = Plans.of(CreateMarketDataTables.class);

        assertThat(plan.upgradeSql()).isEqualTo("""
                        create table market_data.trades (
                            "timestamp" timestamptz not null,
                            symbol varchar(20) not null,
                            price numeric(18, 8) not null,
                            quantity numeric(18, 8) not null,
                            side varchar(4) not null,
                            constraint ck_trades_price check (price > 0),
                            constraint ck_trades_quantity check (quantity > 0),
                            constraint ck_trades_side check (side in ('BUY', 'SELL')),
                            constraint pk_trades primary key ("timestamp", symbol)
                        );
                        select public.create_hypertable(relation => 'market_data.trades', time_column_name => 'timestamp', \
                        chunk_time_interval => interval '1 hour', create_default_indexes => false);
                        alter table market_data.trades set (timescaledb.compress = true, timescaledb.compress_segmentby = 'symbol', \
                        timescaledb.compress_orderby = '"timestamp"');
                        select public.add_compression_policy(hypertable => 'market_data.trades', compress_after => interval '7 days', \
                        schedule_interval => interval '30 minutes');
                        select public.add_retention_policy(relation => 'market_data.trades', drop_after => interval '365 days', \
                        schedule_interval => interval '1 day');
                        create index ix_trades_symbol on market_data.trades (symbol);
                        create materialized view market_data.hourly_trades
                        with (timescaledb.continuous, timescaledb.materialized_only = true) as
                        select public.time_bucket(interval '1 hour', "timestamp") as bucket, symbol, \
                        public.first(price, "timestamp") as open_price, public.last(price, "timestamp") as close_price, \
                        count(*) as trade_count, sum(quantity) as volume from market_data.trades group by bucket, symbol
                        with no data;
                        select public.set_chunk_time_interval(hypertable => 'market_data.hourly_trades', \
                        chunk_time_interval => interval '10 hours');
                        select public.add_continuous_aggregate_policy(continuous_aggregate => 'market_data.hourly_trades', \
                        start_offset => interval '3 hours', end_offset => interval '1 minute', schedule_interval => interval '5 minutes');
                        call public.refresh_continuous_aggregate('market_data.hourly_trades', null, null)""");
    }

    @Test
    void they_are_taken_back_by_two_drops() {
        MigrationPlan plan = Plans.of(CreateMarketDataTables.class);

        assertThat(plan.downgradeSql()).isEqualTo("""
                        drop materialized view market_data.hourly_trades;
                        drop table market_data.trades""");
        assertThat(plan.losses())
                .containsExactly(
                        "what market_data.hourly_trades holds of rows that its source has no more",
                        "the rows of market_data.trades");
    }

    @Test
    void everything_can_be_changed_and_changed_back() {
        MigrationPlan plan = Plans.of(ChangeEverything.class);

        assertThat(plan.upgradeSql()).isEqualTo("""
                        alter table market_data.trades add column venue varchar(10);
                        select public.set_chunk_time_interval(hypertable => 'market_data.trades', \
                        chunk_time_interval => interval '1 day');
                        alter table market_data.trades set (timescaledb.compress = true, \
                        timescaledb.compress_segmentby = 'symbol, side', timescaledb.compress_orderby = 'price desc, \
                        "timestamp"');
                        select public.alter_job(job_id => j.id, schedule_interval => interval '12 hours', \
                        config => j.config || '{"compress_after": "1 day"}'::jsonb, timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_compression' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'trades';
                        select public.alter_job(job_id => j.id, schedule_interval => interval '1 day', \
                        config => j.config || '{"drop_after": "6 months"}'::jsonb, timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_retention' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'trades';
                        alter materialized view market_data.hourly_trades set (timescaledb.materialized_only = false);
                        select public.alter_job(job_id => j.id, schedule_interval => interval '1 hour', \
                        config => j.config || '{"start_offset": "7 days", "end_offset": null}'::jsonb, \
                        retry_period => interval '1 hour', \
                        timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_refresh_continuous_aggregate' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'hourly_trades'""");
        assertThat(plan.downgradeSql()).isEqualTo("""
                        select public.alter_job(job_id => j.id, schedule_interval => interval '5 minutes', \
                        config => j.config || '{"start_offset": "3 hours", "end_offset": "1 minute"}'::jsonb, \
                        retry_period => interval '5 minutes', \
                        timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_refresh_continuous_aggregate' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'hourly_trades';
                        alter materialized view market_data.hourly_trades set (timescaledb.materialized_only = true);
                        select public.alter_job(job_id => j.id, schedule_interval => interval '1 day', \
                        config => j.config || '{"drop_after": "365 days"}'::jsonb, timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_retention' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'trades';
                        select public.alter_job(job_id => j.id, schedule_interval => interval '30 minutes', \
                        config => j.config || '{"compress_after": "7 days"}'::jsonb, timezone => j.timezone)
                        from _timescaledb_catalog.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_compression' and \
                        coalesce(a.user_view_schema, h.schema_name) = 'market_data'
                            and coalesce(a.user_view_name, h.table_name) = 'trades';
                        alter table market_data.trades set (timescaledb.compress = true, \
                        timescaledb.compress_segmentby = 'symbol', timescaledb.compress_orderby = '"timestamp"');
                        select public.set_chunk_time_interval(hypertable => 'market_data.trades', \
                        chunk_time_interval => interval '1 hour');
                        alter table market_data.trades drop column venue""");
    }

    @Test
    void a_plain_table_becomes_a_hypertable_and_is_copied_back_unless_it_vanishes_with_its_revision() {
        assertThat(Plans.of(ConvertAtOnce.class).downgradeSql()).isEqualTo("drop table market_data.quotes");
        assertThat(Plans.of(ConvertLater.class).downgradeSql())
                .startsWith("create schema varve_rebuild;\nalter table market_data.quotes set schema varve_rebuild;")
                .endsWith("drop table varve_rebuild.quotes;\ndrop schema varve_rebuild");
    }

    @Test
    void each_fact_about_a_hypertable_is_said_beside_others() {
        assertThat(table("t")
                        .hypertable(by("ts").every(hours(1)))
                        .tablespaces("fast")
                        .skipChunksBy("ts")
                        .operations(NamingConvention.STANDARD))
                .hasSize(1);
        assertThatThrownBy(() -> table("t")
                        .hypertable(by("ts").every(hours(1)))
                        .tablespaces("fast")
                        .skipChunksBy("ts")
                        .tablespaces("slow"))
                .hasMessageStartingWith("Table public.t was already given chunks in tablespace fast;");
    }

    @Test
    void what_is_single_is_said_once() {
        assertThatThrownBy(() -> table("t")
                        .hypertable(by("ts").every(hours(1)))
                        .retain(days(1))
                        .retain(days(2)))
                .hasMessage(
                        "Table public.t was already given retention policy of 1 day; it cannot also have retention policy of"
                                + " 2 days.");
        assertThatThrownBy(() -> after(days(7)).segmentBy("a").segmentBy("b"))
                .hasMessage("segmentBy was already given as [a].");
        assertThatThrownBy(() -> segmentBy("a").orderBy("b").orderBy(desc("c")))
                .hasMessage("orderBy was already given as [b].");
        assertThatThrownBy(() -> every(minutes(1)).from(hours(1)).from(hours(2)))
                .hasMessage("The start of the refresh was already given as 1 hour.");
        assertThatThrownBy(() -> every(minutes(1)).bucketsPerBatch(1).bucketsPerBatch(2))
                .hasMessage("The number of buckets per batch of the refresh was already given as 1.");
        assertThatThrownBy(() -> every(minutes(1)).includeTieredData().excludeTieredData())
                .hasMessage("What the refresh does with tiered data was already given as included.");
        assertThatThrownBy(() -> continuousAggregate("a").realTime().materializedOnly())
                .hasMessage("What continuous aggregate public.a shows was already given as realTime.");
        assertThatThrownBy(() -> continuousAggregate("a").as("select 1").as("select 2"))
                .hasMessage("The query of continuous aggregate public.a was already given as select 1.");
    }

    @Test
    void a_primary_key_without_the_time_is_refused_with_the_revision() {
        assertThatThrownBy(() -> Plans.of(ForgetTime.class))
                .isInstanceOf(HistoryException.class)
                .hasMessage("Revision 0003d (dev.varve.timescale.TimescaleWordsTest$ForgetTime) cannot create table"
                        + " market_data.t. Primary key \"pk_t\" of hypertable market_data.t lacks \"ts\", by which the table is"
                        + " partitioned; TimescaleDB can hold rows apart only within a chunk. Use (id, ts).");
    }

    @Test
    void fields_are_found_whatever_the_search_path_is() {
        assertThat(timeBucket(days(1), TIMESTAMP))
                .extracting(JooqText::of)
                .hasToString("public.time_bucket(interval '1 day', \"timestamp\")");
        assertThat(histogram(PRICE, 0, 10, 5))
                .extracting(JooqText::of)
                .hasToString(
                        "public.histogram(price, cast(0E0 as double precision), cast(1E1 as double precision), 5)");
    }
}
