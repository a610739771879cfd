package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "character varying(20) | varchar(20)",
                "VARCHAR | varchar",
                "character(3) | char(3)",
                "character | char(1)",
                "char | char(1)",
                "bpchar | bpchar",
                "numeric(10) | numeric(10, 0)",
                "decimal(18,8) | numeric(18, 8)",
                "numeric | numeric",
                "int | integer",
                "int8 | bigint",
                "float | double precision",
                "float(24) | real",
                "float(25) | double precision",
                "float(5) | real",
                "timestamp with time zone | timestamptz",
                "timestamp(3) with time zone | timestamptz(3)",
                "timestamp without time zone | timestamp",
                "time(3) with time zone | timetz(3)",
                "bool | boolean",
                "bit | bit(1)",
                "bit varying(4) | varbit(4)",
                "integer[][] | integer[]",
                "text[3] | text[]",
                "numeric(18, 8)[] | numeric(18, 8)[]",
                "trading.side | trading.side",
                "trading.side[] | trading.side[]",
                "trading.\"Odd type\" | trading.\"Odd type\"",
                "double  precision | double precision",
                "interval day to second(3) | interval day to second(3)",
                "\"char\" | \"char\""
            })
    void one_spelling(String text, String type) {
        assertThat(TypeName.of(text)).hasToString(type);
        assertThat(TypeName.of(type)).isEqualTo(TypeName.of(text));
    }

    @Test
    void a_text_that_is_no_type_is_refused() {
        assertThatThrownBy(() -> TypeName.of("numeric("))
                .hasMessage("\"numeric(\" does not look like the name of a type.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | bigint | true",
                "bigint | integer | false",
                "varchar(5) | varchar(9) | true",
                "varchar(9) | varchar(5) | false",
                "varchar(5) | text | true",
                "text | varchar | false",
                "numeric(10, 2) | numeric(12, 2) | true",
                "numeric(10, 2) | numeric(10, 4) | false",
                "numeric(10, 2) | numeric | true",
                "integer | numeric | true",
                "integer | numeric(5, 0) | false",
                "smallint | smallint[] | false",
                "timestamptz(3) | timestamptz | true",
                "text | text | true"
            })
    void a_type_is_widened_by_one_that_holds_all_its_values(String type, String other, boolean widened) {
        assertThat(TypeName.of(type).isWidenedBy(TypeName.of(other))).isEqualTo(widened);
    }

    @Test
    void a_function_forgets_lengths() {
        assertThat(TypeName.of("numeric(18, 8)[]").unmodified()).hasToString("numeric[]");
        assertThat(TypeName.of("interval day to second(3)").unmodified()).hasToString("interval");
        assertThat(TypeName.of("char(3)").unmodified()).hasToString("char");
    }

    @ParameterizedTest
    @CsvSource({
        "integer, bigint, true",
        "numeric, integer, false",
        "varchar, text, true",
        "date, timestamptz, true",
        "time, interval, true",
        "cidr, inet, true",
        "bigint, timestamp, false",
        "bytea, text, false",
        "macaddr, macaddr8, true"
    })
    void a_foreign_key_references_what_can_be_compared(String type, String key, boolean can) {
        assertThat(TypeName.of(type).canReference(TypeName.of(key))).isEqualTo(can);
    }
}
