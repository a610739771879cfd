package dev.varve.sql;

import static dev.varve.testing.Trading.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "orders | orders",
                "_a$1 | _a$1",
                "Orders | \"Orders\"",
                "order | \"order\"",
                "a b | \"a b\"",
                "a\"b | \"a\"\"b\"",
                "1st | \"1st\"",
                "größe | \"größe\"",
                "varchar | \"varchar\"",
                "name | name",
                "value | value",
                "ordinality | ordinality",
                "a.b | \"a.b\""
            })
    void it_is_quoted_only_where_it_must_be(String name, String sql) {
        assertThat(Identifier.of(name).sql()).isEqualTo(sql);
    }

    @Test
    void a_name_that_postgresql_cannot_keep_is_refused() {
        assertThatThrownBy(() -> Identifier.of("")).hasMessage("A name must not be empty.");
        assertThatThrownBy(() -> Identifier.of("a\0b"))
                .hasMessage("The name \"a\\0b\" holds a NUL character, which PostgreSQL cannot store.");
        String name = "ü".repeat(32);
        assertThatThrownBy(() -> Identifier.of(name))
                .hasMessage("The name \"" + name
                        + "\" has 64 bytes; PostgreSQL keeps only the first 63. Choose a shorter one.");
        assertThat(Identifier.of("a" + "ü".repeat(31)).name()).hasSize(32);
    }
}
