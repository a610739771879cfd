package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetFacetTest {

    private static final Table NOTES = table("notes", column("text", "text"));

    private static SetFacet storing(Map<String, String> parameters) {
        return new SetFacet(NOTES.id(), StorageParameters.of(parameters));
    }

    @Test
    void its_sql_is_the_difference() {
        Table notes = NOTES.with(StorageParameters.of(Map.of("fillfactor", "70", "parallel_workers", "2")));
        Database database = Database.empty().plus(SCHEMA).plus(notes);

        assertThat(storing(Map.of("fillfactor", "90", "toast.autovacuum_enabled", "false"))
                        .statements(database))
                .hasToString("[alter table trading.notes reset (parallel_workers),"
                        + " alter table trading.notes set (fillfactor = 90, toast.autovacuum_enabled = false)]");
    }

    @Test
    void storage_parameters() {
        OperationLaws.of(storing(Map.of("fillfactor", "70", "toast.autovacuum_enabled", "false")))
                .given(SCHEMA, NOTES)
                .hold();
        OperationLaws.of(storing(Map.of("fillfactor", "90")))
                .given(SCHEMA, NOTES.with(StorageParameters.of(Map.of("fillfactor", "70", "parallel_workers", "2"))))
                .hold();
    }
}
