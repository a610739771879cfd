package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.view;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.operation.CoreLaws.laws;
import static dev.varve.timescale.operation.CoreLaws.withCompressedChunks;

import dev.varve.model.Extension;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetSchema;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The operations of core on hypertables with everything and on continuous aggregates, as wholes. */
class CoreOperationsTest {

    @Test
    void a_hypertable_with_everything_is_created_and_dropped() {
        laws(new CreateObject(FULL_TICKS)).hold();
        withCompressedChunks(new DropObject(FULL_TICKS.id())).hold();
    }

    @Test
    void a_table_that_an_aggregate_uses_cannot_be_dropped() {
        laws(new DropObject(TICKS.id()), TICKS, HOURLY)
                .areRefusedWith(
                        "The table trading.ticks is used by continuous aggregate trading.hourly. Change or drop what uses it first, in the same"
                                + " revision or an earlier one.");
    }

    @Test
    void the_extension_cannot_be_dropped_while_it_is_used() {
        laws(new DropObject(Extension.id("timescaledb")), TICKS)
                .areRefusedBeforehandWith(
                        "The extension timescaledb is used by table trading.ticks. Change or drop what uses it first, in the same"
                                + " revision or an earlier one.");
    }

    @Test
    void tables_schemas_and_aggregates_are_renamed_with_everything_that_uses_them() {
        laws(new RenameObject(TICKS.id(), "deals"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
        laws(new RenameObject(SCHEMA.id(), "shop"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
        laws(new RenameObject(HOURLY.id(), "per_sixty_minutes"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void tables_and_aggregates_are_moved() {
        Schema archive = new Schema("archive");
        laws(new SetSchema(TICKS.id(), "archive"), archive, FULL_TICKS, HOURLY)
                .givenRows(ROWS)
                .hold();
        laws(new SetSchema(HOURLY.id(), "archive"), archive, FULL_TICKS, HOURLY, DAILY)
                .hold();
    }

    @Test
    void an_aggregate_is_dropped_and_comes_back_with_its_rows() {
        laws(new DropObject(HOURLY.id()), FULL_TICKS, HOURLY).givenRows(ROWS).hold();
    }

    @Test
    void an_aggregate_is_commented_on_and_viewed() {
        laws(new SetComment(HOURLY.id(), "", Optional.of("each hour")), TICKS, HOURLY)
                .hold();
        laws(new SetComment(HOURLY.id(), "open", Optional.of("the first price")), TICKS, HOURLY)
                .hold();
        laws(new CreateObject(view("v", "select h.open from trading.hourly h")), TICKS, HOURLY)
                .hold();
    }
}
