package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;

import dev.varve.model.SchemaObject;
import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;

/** The laws of operations of core, on tables of TimescaleDB. */
final class CoreLaws {

    static final String COMPRESS_ALL = "select compress_chunk(c) from show_chunks('trading.ticks') c";

    private CoreLaws() {}

    static OperationLaws laws(Operation operation, SchemaObject... objects) {
        return OperationLaws.of(operation).given(SCHEMA).given(objects).onTimescale();
    }

    static OperationLaws withCompressedChunks(Operation operation) {
        return laws(operation, FULL_TICKS).givenRows(ROWS, COMPRESS_ALL);
    }
}
