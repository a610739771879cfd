package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarQuotedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | $$x$$",
                "a$$b | $varve$a$$b$varve$",
                "a$ | $varve$a$$varve$",
                "$$ $varve$ | $varve1$$$ $varve$$varve1$"
            })
    void the_text_cannot_end_the_quotes(String text, String sql) {
        assertThat(new DollarQuoted(text).sql()).isEqualTo(sql);
    }
}
