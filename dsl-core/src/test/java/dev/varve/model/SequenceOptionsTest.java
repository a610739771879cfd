package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SequenceOptionsTest {

    @Test
    void only_what_differs_is_said() {
        assertThat(SequenceOptions.PLAIN.sql()).isEmpty();
        assertThat(SequenceOptions.PLAIN
                        .startingAt(5)
                        .incrementedBy(2)
                        .cycling()
                        .sql())
                .isEqualTo("start 5 increment 2 cycle");
        assertThat(SequenceOptions.PLAIN.between(5, 500).caching(3).sql()).isEqualTo("minvalue 5 maxvalue 500 cache 3");
        assertThat(SequenceOptions.PLAIN.between(-5, Long.MAX_VALUE).sql()).isEqualTo("start 1 minvalue -5");
        assertThat(new SequenceOptions(-1, -1, Long.MIN_VALUE, -1, 1, false).sql())
                .isEqualTo("increment -1 no minvalue maxvalue -1");
    }

    @Test
    void a_bound_of_the_type_is_no_bound() {
        assertThat(new SequenceOptions(1, 1, 1, Integer.MAX_VALUE, 1, false).within(TypeName.of("integer")))
                .isEqualTo(SequenceOptions.PLAIN);
        assertThat(new SequenceOptions(1, 1, 1, Integer.MAX_VALUE, 1, false)
                        .within(TypeName.of("bigint"))
                        .sql())
                .isEqualTo("maxvalue 2147483647");
    }

    @Test
    void what_cannot_count_is_refused() {
        assertThatThrownBy(() -> SequenceOptions.PLAIN.incrementedBy(0))
                .hasMessage("A sequence cannot have an increment of 0.");
        assertThatThrownBy(() -> SequenceOptions.PLAIN.startingAt(0))
                .hasMessage("A sequence from 1 to 9223372036854775807 cannot start at 0.");
    }
}
