package dev.varve.timescale.operation;

import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.HypertableSpec;
import dev.varve.timescale.model.Tablespaces;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SetTablespacesTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final List<String> NAMES = List.of("varve_fast", "varve_slow");

    private static boolean made;

    @BeforeEach
    void tablespacesExist() {
        if (!made) {
            NAMES.forEach(name -> DATABASE.get()
                    .execute(
                            "set allow_in_place_tablespaces = on",
                            "drop tablespace if exists " + name,
                            "create tablespace " + name + " location ''"));
            made = true;
        }
    }

    @AfterAll
    static void tablespacesGo() {
        TestServers.findTimescale()
                .ifPresent(server -> NAMES.forEach(name -> server.administer("drop tablespace if exists " + name)));
    }

    private static SetTablespaces in(String... names) {
        return new SetTablespaces(TICKS.id(), new Tablespaces(List.of(names)));
    }

    @Test
    void its_sql_attaches_and_detaches() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS.with(new Tablespaces(List.of("varve_fast"))));

        assertThat(in("varve_slow").statements(before))
                .hasToString(
                        "[select public.detach_tablespace(tablespace => 'varve_fast', hypertable => 'trading.ticks'),"
                                + " select public.attach_tablespace(tablespace => 'varve_slow', hypertable => 'trading.ticks')]");
    }

    @Test
    void they_are_attached_exchanged_and_detached() {
        OperationLaws.of(in("varve_fast", "varve_slow"))
                .given(SCHEMA, FULL_TICKS)
                .givenRows(ROWS)
                .onTimescale()
                .hold();
        OperationLaws.of(in("varve_slow", "varve_fast"))
                .given(SCHEMA, TICKS.with(new Tablespaces(List.of("varve_fast"))))
                .onTimescale()
                .hold();
        OperationLaws.of(in())
                .given(SCHEMA, TICKS.with(new Tablespaces(NAMES)))
                .onTimescale()
                .hold();
    }

    @Test
    void a_table_is_created_with_them() {
        OperationLaws.of(new CreateObject(TICKS.with(new Tablespaces(NAMES))))
                .given(SCHEMA)
                .onTimescale()
                .hold();
    }

    @Test
    void a_table_is_created_with_them_beside_other_facts() {
        HypertableSpec quotes = table("quotes")
                .inSchema("trading")
                .column("traded", timestamptz().notNull())
                .column("symbol", text())
                .hypertable(by("traded").every(hours(1)))
                .tablespaces("varve_fast")
                .skipChunksBy("traded");
        Operation creation = quotes.operations(NamingConvention.STANDARD).get(0);

        OperationLaws.of(creation).given(SCHEMA).onTimescale().hold();
    }
}
