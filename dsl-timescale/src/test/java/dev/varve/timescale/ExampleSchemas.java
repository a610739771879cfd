package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.doublePrecision;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamp;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.on;
import static dev.varve.timescale.Timescale.table;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import java.util.List;

/** The example schemas of TimescaleDB's public tutorials, as revisions; prices and other values are exact numbers, as the library wants them. */
final class ExampleSchemas {

    static final String DATABASE_NAME = "examples";

    static final List<Class<? extends Migration>> REVISIONS = List.of(
            Begin.class,
            Conditions.class,
            Stocks.class,
            Crypto.class,
            Rides.class,
            Devices.class,
            Sensors.class,
            Energy.class);

    private ExampleSchemas() {}

    @Revision(id = "01", database = DATABASE_NAME)
    static final class Begin implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"));
        }
    }

    /** Weather: conditions and locations. */
    @Revision(id = "02", database = DATABASE_NAME, dependsOn = Begin.class)
    static final class Conditions implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("locations")
                    .column("device_id", text().primaryKey())
                    .column("location", text())
                    .column("environment", text()));
            changes.create(table("conditions")
                    .column("time", timestamptz().notNull())
                    .column("device_id", text().notNull())
                    .column("temperature", doublePrecision())
                    .column("humidity", doublePrecision())
                    .index(on(desc("device_id"), desc("time")))
                    .hypertable(by("time").every(days(7)))
                    .compress(after(days(7)).segmentBy("device_id").orderBy(desc("time"))));
            changes.create(continuousAggregate("conditions_summary_daily")
                    .as("""
                            select c.device_id, time_bucket(interval '1 day', c."time") as bucket, avg(c.temperature) as average,
                                max(c.temperature) as highest, min(c.temperature) as lowest
                            from public.conditions c
                            group by c.device_id, bucket""")
                    .refresh(every(hours(1)).from(days(30)).until(hours(1))));
        }
    }

    /** Stock trades in real time. */
    @Revision(id = "03", database = DATABASE_NAME, dependsOn = Conditions.class)
    static final class Stocks implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("company").column("symbol", text().notNull()).column("name", text().notNull()));
            changes.create(table("stocks_real_time")
                    .column("time", timestamptz().notNull())
                    .column("symbol", text().notNull())
                    .column("price", numeric())
                    .column("day_volume", integer())
                    .index(on(desc("symbol"), desc("time")).named("ix_symbol_time"))
                    .hypertable(by("time").every(days(7))));
            changes.create(continuousAggregate("stock_candlestick_daily")
                    .as("""
                            select time_bucket(interval '1 day', s."time") as day, s.symbol, max(s.price) as high,
                                first(s.price, s."time") as open, last(s.price, s."time") as close, min(s.price) as low
                            from public.stocks_real_time s
                            group by day, s.symbol""")
                    .refresh(every(days(1)).from(days(3)).until(hours(1))));
        }
    }

    /** Prices of cryptocurrencies. */
    @Revision(id = "04", database = DATABASE_NAME, dependsOn = Stocks.class)
    static final class Crypto implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(
                    table("crypto_assets").column("symbol", text().unique()).column("name", text()));
            changes.create(table("crypto_ticks")
                    .column("time", timestamptz().notNull())
                    .column("symbol", text())
                    .column("price", numeric())
                    .column("day_volume", numeric())
                    .hypertable(by("time").every(days(1)))
                    .compress(after(days(1)).segmentBy("symbol").orderBy(desc("time")))
                    .retain(days(365)));
            changes.create(continuousAggregate("one_day_candle")
                    .as("""
                            select time_bucket(interval '1 day', t."time") as bucket, t.symbol, first(t.price, t."time") as open,
                                max(t.price) as high, min(t.price) as low, last(t.price, t."time") as close,
                                last(t.day_volume, t."time") as day_volume
                            from public.crypto_ticks t
                            group by bucket, t.symbol""")
                    .realTime()
                    .refresh(every(days(1)).from(days(3)).until(days(1))));
        }
    }

    /** Taxi rides in New York. */
    @Revision(id = "05", database = DATABASE_NAME, dependsOn = Crypto.class)
    static final class Rides implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("payment_types")
                    .column("payment_type", integer().primaryKey())
                    .column("description", text()));
            changes.create(
                    table("rates").column("rate_code", integer().primaryKey()).column("description", text()));
            changes.create(table("rides")
                    .column("vendor_id", text())
                    .column("pickup_datetime", timestamp().notNull())
                    .column("dropoff_datetime", timestamp().notNull())
                    .column("passenger_count", numeric())
                    .column("trip_distance", numeric())
                    .column("rate_code", integer())
                    .column("payment_type", integer())
                    .column("fare_amount", numeric(10, 2))
                    .column("total_amount", numeric(10, 2))
                    .index(on("vendor_id", "pickup_datetime"))
                    .index(on("rate_code", "pickup_datetime"))
                    .index(on("passenger_count", "pickup_datetime"))
                    .hypertable(by("pickup_datetime").every(days(7)), hash("payment_type", 2)));
        }
    }

    /** Machines of a data centre, and their readings as JSON. */
    @Revision(id = "06", database = DATABASE_NAME, dependsOn = Rides.class)
    static final class Devices implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("device_info")
                    .column("device_id", text().primaryKey())
                    .column("api_version", text())
                    .column("manufacturer", text()));
            changes.create(table("readings")
                    .column("time", timestamptz().notNull())
                    .column("device_id", text())
                    .column("battery_level", doublePrecision())
                    .column("cpu_avg_1min", doublePrecision())
                    .column("mem_free", doublePrecision())
                    .column("tags", jsonb())
                    .index(on(desc("time"), desc("device_id")))
                    .index(on("tags").using("gin").named("readings_tags"))
                    .hypertable(by("time").every(hours(12)))
                    .compress(after(days(2)).segmentBy("device_id").orderBy(desc("time"))));
            changes.alter(table("readings")).addForeignKey("device_id").references(table("device_info"), "device_id");
        }
    }

    /** Sensors, whose data references them. */
    @Revision(id = "07", database = DATABASE_NAME, dependsOn = Devices.class)
    static final class Sensors implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("sensors")
                    .column("id", integer().identity().primaryKey())
                    .column("type", text())
                    .column("location", text()));
            changes.create(table("sensor_data")
                    .column("time", timestamptz().notNull())
                    .column("sensor_id", integer())
                    .column("temperature", doublePrecision())
                    .column("cpu", doublePrecision())
                    .hypertable(by("time").every(days(7))));
            changes.alter(table("sensor_data")).addForeignKey("sensor_id").references(table("sensors"), "id");
        }
    }

    /** Energy consumption, by hour and, of the hours, by day and month. */
    @Revision(id = "08", database = DATABASE_NAME, dependsOn = Sensors.class)
    static final class Energy implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("metrics")
                    .column("created", timestamptz().notNull())
                    .column("type_id", bigint().notNull())
                    .column("value", numeric().notNull())
                    .index(on(desc("created")))
                    .hypertable(by("created").every(days(7))));
            changes.create(continuousAggregate("kwh_hour_by_hour")
                    .as("""
                            select time_bucket(interval '1 hour', m.created) as bucket, m.type_id, max(m.value) - min(m.value) as kwh
                            from public.metrics m
                            group by bucket, m.type_id""")
                    .refresh(every(hours(1)).from(days(7)).until(hours(1)))
                    .compress(after(days(30)).segmentBy("type_id").orderBy(desc("bucket"))));
            changes.create(continuousAggregate("kwh_day_by_day").as("""
                            select time_bucket(interval '1 day', h.bucket) as day, h.type_id, sum(h.kwh) as kwh
                            from public.kwh_hour_by_hour h
                            group by day, h.type_id"""));
            changes.create(continuousAggregate("kwh_month_by_month").as("""
                            select time_bucket(interval '1 month', d.day) as month, d.type_id, sum(d.kwh) as kwh
                            from public.kwh_day_by_day d
                            group by month, d.type_id"""));
        }
    }
}
