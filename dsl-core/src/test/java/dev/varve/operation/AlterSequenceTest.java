package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class AlterSequenceTest {

    @Test
    void everything_is_said() {
        assertThat(new AlterSequence(sequence("tickets").id(), SequenceOptions.PLAIN.incrementedBy(10))
                        .statements(Database.empty()))
                .hasToString(
                        "[alter sequence trading.tickets start 1 increment 10 minvalue 1 no maxvalue cache 1 no cycle]");
    }

    @Test
    void a_sequence_that_counts_differently() {
        OperationLaws.of(new AlterSequence(
                        sequence("tickets").id(),
                        SequenceOptions.PLAIN.incrementedBy(10).cycling()))
                .given(SCHEMA, sequence("tickets"))
                .hold();
        Sequence small = new Sequence(name("small"), TypeName.of("smallint"), SequenceOptions.PLAIN.between(1, 99));
        OperationLaws.of(new AlterSequence(small.id(), SequenceOptions.PLAIN.caching(5)))
                .given(SCHEMA, small)
                .hold();
    }
}
