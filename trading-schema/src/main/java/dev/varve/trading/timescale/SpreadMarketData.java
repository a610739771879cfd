package dev.varve.trading.timescale;

import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import java.util.List;

/** What comes in fast is spread over four partitions by its symbol; the way back copies the rows, for TimescaleDB removes no dimension. */
@Revision(id = "20250418_0006", database = TIMESCALE, dependsOn = CreateMarketDataTables.class)
public final class SpreadMarketData implements Migration {

    private static final int PARTITIONS = 4;

    @Override
    public void define(Changes changes) {
        for (String name : List.of("trades", "quotes", "order_book_snapshots")) {
            changes.alter(table(name).inSchema(MARKET_DATA)).addDimension(hash("symbol", PARTITIONS));
        }
    }
}
