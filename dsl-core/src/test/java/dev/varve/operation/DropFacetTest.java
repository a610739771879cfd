package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;

import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropFacetTest {

    private static final Table NOTES = table("notes", column("text", "text"));

    @Test
    void storage_parameters() {
        OperationLaws.of(new DropFacet(NOTES.id(), StorageParameters.class))
                .given(SCHEMA, NOTES.with(StorageParameters.of(Map.of("fillfactor", "70"))))
                .hold();
    }

    @Test
    void what_is_not_there_is_refused() {
        OperationLaws.of(new DropFacet(NOTES.id(), StorageParameters.class))
                .given(SCHEMA, NOTES)
                .areRefusedBeforehandWith("The table trading.notes has no storage parameters.");
    }
}
