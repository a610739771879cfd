package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.sql.QualifiedName;
import org.junit.jupiter.api.Test;

class AutomaticNameTest {

    private static QualifiedName sequence(String table, String column) {
        return new AutomaticName(QualifiedName.of("s", table), column).name();
    }

    @Test
    void it_is_made_of_the_names_of_the_table_and_the_column() {
        assertThat(sequence("orders", "id")).isEqualTo(QualifiedName.of("s", "orders_id_seq"));
    }

    @Test
    void the_longer_name_is_cut_first() {
        assertThat(sequence("t".repeat(60), "id").name()).isEqualTo("t".repeat(56) + "_id_seq");
        assertThat(sequence("t".repeat(40), "c".repeat(40)).name())
                .isEqualTo("t".repeat(29) + '_' + "c".repeat(29) + "_seq");
        assertThat(sequence("ä".repeat(30), "id").name()).isEqualTo("ä".repeat(28) + "_id_seq");
    }

    @Test
    void a_number_may_follow_it() {
        AutomaticName automatic = new AutomaticName(QualifiedName.of("s", "orders"), "id");
        assertThat(automatic.is(QualifiedName.of("s", "orders_id_seq2"))).isTrue();
        assertThat(automatic.is(QualifiedName.of("s", "orders_id_sequence"))).isFalse();
        assertThat(automatic.is(QualifiedName.of("other", "orders_id_seq"))).isFalse();
    }
}
