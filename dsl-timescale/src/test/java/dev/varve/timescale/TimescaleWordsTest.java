package dev.varve.timescale;

import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.first;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.last;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.timeBucket;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Plans;
import dev.varve.revision.Revision;
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
}
