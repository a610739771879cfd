package dev.varve.trading;

import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.execute.Migrator;
import dev.varve.testing.FreshDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Both databases of the platform, for tests that query them. */
record Platform(FreshDatabase orders, FreshDatabase market) {

    /** Queries of a database after both were brought to their newest revisions. */
    DSLContext upgraded(FreshDatabase at) {
        Migrator.builder()
                .database(POSTGRES, orders.dataSource())
                .database(TIMESCALE, market.dataSource())
                .scan("dev.varve.trading")
                .build()
                .upgrade();
        return DSL.using(at.dataSource(), SQLDialect.POSTGRES);
    }
}
