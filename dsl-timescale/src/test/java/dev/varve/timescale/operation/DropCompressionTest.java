package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class DropCompressionTest {

    private static final String COMPRESS_ALL = "select compress_chunk(c) from show_chunks('trading.ticks') c";

    private static final DropCompression DROPPING = new DropCompression(TICKS.id());

    @Test
    void its_sql_removes_the_policy_first_and_decompresses() {
        Database before = Database.empty().plus(SCHEMA).plus(FULL_TICKS);

        assertThat(DROPPING.statements(before))
                .hasToString("[select public.remove_compression_policy(hypertable => 'trading.ticks'),"
                        + " select public.decompress_chunk(uncompressed_chunk => c, if_compressed => true)"
                        + " from public.show_chunks(relation => 'trading.ticks') c,"
                        + " alter table trading.ticks set (timescaledb.compress = false)]");
    }

    @Test
    void with_a_policy_and_compressed_chunks() {
        OperationLaws.of(DROPPING)
                .given(SCHEMA, FULL_TICKS)
                .givenRows(ROWS, COMPRESS_ALL)
                .onTimescale()
                .hold();
    }

    @Test
    void without_a_policy() {
        OperationLaws.of(DROPPING)
                .given(SCHEMA, TICKS.with(BY_SYMBOL))
                .onTimescale()
                .hold();
    }

    @Test
    void where_there_is_none_it_is_refused() {
        OperationLaws.of(DROPPING)
                .given(SCHEMA, TICKS)
                .onTimescale()
                .areRefusedBeforehandWith("The table trading.ticks is not compressed.");
    }
}
