package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralTest {

    @Test
    void java_values_have_a_constant_form() {
        assertThat(Literal.of("it's \\")).hasToString("'it''s \\'");
        assertThat(Literal.of(new BigDecimal("1E+3"))).hasToString("1000");
        assertThat(Literal.of(true)).hasToString("true");
        assertThat(Literal.of(new byte[] {(byte) 0xde, 0})).hasToString("'\\xde00'");
        assertThat(Literal.of(List.of(1, 2))).hasToString("array[1, 2]");
        assertThat(Literal.of(LockMode.SHARE)).hasToString("'SHARE'");
        assertThat(Literal.of(Duration.ofHours(1))).hasToString("'PT1H'");
        assertThat(Literal.of(Double.NaN)).hasToString("'NaN'");
        assertThat(Literal.of(Float.NEGATIVE_INFINITY)).hasToString("'-Infinity'");
    }

    @Test
    void what_has_none_is_refused() {
        assertThatThrownBy(() -> Literal.of(new Object()))
                .hasMessage(
                        "A java.lang.Object has no constant form in SQL; give the value as an expression, such as sql(\"...\").");
        assertThatThrownBy(() -> Literal.of("\0")).hasMessage("PostgreSQL cannot store a NUL character in a text.");
    }
}
