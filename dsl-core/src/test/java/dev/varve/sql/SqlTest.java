package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void each_placeholder_takes_the_next_part() {
        assertThat(Sql.of("alter table {} drop column {}", QualifiedName.of("a", "select"), Identifier.of("{}")))
                .hasToString("alter table a.\"select\" drop column \"{}\"");
    }

    @Test
    void parts_and_placeholders_must_match() {
        assertThatThrownBy(() -> Sql.of("{}")).hasMessage("0 parts are too few for: {}");
        assertThatThrownBy(() -> Sql.of("x", Sql.raw("y"))).hasMessage("1 parts are too many for: x");
    }

    @Test
    void a_statement_is_without_its_semicolon() {
        assertThat(Sql.statement(" select ';';\n;")).hasToString("select ';'");
    }
}
