package dev.varve.operation;

import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddColumnTest {

    private static final Table QUOTES = table("quotes", column("bid", "numeric(18, 8)"));

    private static AddColumn adding(Column column) {
        return new AddColumn(QUOTES.id(), column);
    }

    private static OperationLaws laws(Column column) {
        return OperationLaws.of(adding(column)).given(SCHEMA, SIDE, QUOTES);
    }

    @Test
    void its_sql_is_the_definition_of_the_column() {
        assertThat(adding(defaulted("venue", "varchar(10)", "'XNAS'").notNull(true))
                        .statements(Database.empty()))
                .hasToString("[alter table trading.quotes add column venue varchar(10) not null default 'XNAS']");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "varchar(20)",
                "varchar",
                "char(3)",
                "character(1)",
                "numeric(18, 8)",
                "numeric(10)",
                "numeric",
                "smallint",
                "integer",
                "bigint",
                "boolean",
                "uuid",
                "date",
                "time",
                "time(3)",
                "timetz(3)",
                "timestamptz",
                "timestamptz(3)",
                "timestamp",
                "timestamp(6)",
                "interval",
                "interval day to second(3)",
                "interval(3)",
                "jsonb",
                "json",
                "bytea",
                "inet",
                "cidr",
                "macaddr",
                "real",
                "double precision",
                "float(53)",
                "float(10)",
                "text[]",
                "numeric(18, 8)[]",
                "integer[][]",
                "varchar(5)[]",
                "timestamptz(3)[]",
                "trading.side",
                "trading.side[]",
                "int4range",
                "tsvector",
                "xml",
                "money",
                "bit(4)",
                "bit varying(4)",
                "bit",
                "\"char\"",
                "name",
                "oid",
                "point",
                "tstzrange",
                "nummultirange"
            })
    void a_column_of_any_type(String type) {
        laws(column("fresh", type)).hold();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text | 'it''s'",
                "text | 'a;b{}?'",
                "varchar(10) | 'XNAS'",
                "numeric(18, 8) | 0",
                "numeric(18, 8) | -1.5",
                "bigint | 9999999999",
                "integer | -1",
                "smallint | 1 + 2",
                "boolean | false",
                "uuid | gen_random_uuid()",
                "date | current_date",
                "date | '2025-01-01'",
                "timestamptz | now()",
                "timestamptz(3) | current_timestamp(3)",
                "timestamp | clock_timestamp()",
                "timestamp | (now() at time zone 'utc')",
                "interval | '1 day'",
                "interval | interval '1 day 02:00'",
                "jsonb | '{}'",
                "jsonb | '{\"a\": [1, 2]}'",
                "bytea | '\\xdeadbeef'",
                "text[] | '{}'",
                "text[] | array['a', 'b']::text[]",
                "integer[] | array[1, 2]",
                "trading.side | 'SELL'",
                "trading.side | 'SELL'::trading.side",
                "double precision | 'NaN'",
                "real | 0.1",
                "inet | '127.0.0.1'",
                "char(3) | 'USD'",
                "time | '09:30'",
                "text | current_user",
                "text | upper('x') || E'\\n'",
                "bigint | null",
                "trading.side[] | array['BUY']::trading.side[]",
                "text | coalesce(null, 'x')",
                "bit(4) | B'1010'",
                "numeric | case when true then 1 else 2 end",
                "text | lower('A'::text)"
            })
    void a_column_with_any_default(String type, String value) {
        laws(defaulted("fresh", type, value)).hold();
    }

    @Test
    void a_column_that_is_not_null_in_an_empty_table() {
        laws(column("fresh", "text").notNull(true)).hold();
    }

    @Test
    void a_column_with_a_default_in_a_table_with_rows() {
        laws(defaulted("fresh", "integer", "7").notNull(true))
                .givenRows("insert into trading.quotes values (1), (2)")
                .hold();
    }

    @Test
    void the_next_number_of_a_sequence() {
        laws(defaulted("fresh", "bigint", "nextval('trading.tickets')"))
                .given(sequence("tickets"))
                .hold();
        laws(defaulted("fresh", "bigint", "nextval('trading.\"Odd Name\"'::regclass)"))
                .given(sequence("Odd Name"))
                .hold();
    }

    @Test
    void the_result_of_a_function() {
        laws(defaulted("fresh", "integer", "trading.lot()"))
                .given(function("lot", "integer", "select 1"))
                .hold();
    }

    @Test
    void a_generated_column() {
        laws(generated("fresh", "numeric", "bid * 2")).hold();
        laws(generated("fresh", "text", "upper(coalesce(bid, 0)::text)")).hold();
    }

    @Test
    void an_identity_column() {
        laws(identity("fresh", "bigint", true)).hold();
        laws(identity("fresh", "integer", false)).hold();
        laws(identity("fresh", "smallint", false)).hold();
    }

    @Test
    void an_identity_column_that_counts_in_its_own_way() {
        SequenceOptions options = SequenceOptions.PLAIN
                .startingAt(1000)
                .incrementedBy(10)
                .caching(20)
                .cycling();
        laws(column("fresh", "bigint").valued(Optional.of(new ColumnValue.Identity(false, options))))
                .hold();
        laws(column("fresh", "integer")
                        .valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN.between(5, 500)))))
                .hold();
        laws(column("fresh", "integer")
                        .valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN.startingAt(7)))))
                .hold();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order Id",
                "quo\"ted",
                "select",
                "user",
                "naïve_größe",
                "価格",
                "a.b",
                "x'y",
                "{}",
                "tab\there",
                "$1",
                "1st",
                "a234567890123456789012345678901234567890123456789012345678901é",
                "UPPER",
                "percent%s",
                "back\\slash"
            })
    void a_column_of_any_name(String name) {
        laws(column(name, "text")).hold();
    }

    @Test
    void a_type_of_an_extension() {
        OperationLaws.of(adding(column("fresh", "public.citext")))
                .given(SCHEMA, QUOTES, new Extension("citext", Optional.empty()))
                .needing("citext")
                .hold();
        OperationLaws.of(adding(column("fresh", "trading.hstore")))
                .given(SCHEMA, QUOTES, new Extension("hstore", Optional.of("trading")))
                .needing("hstore")
                .hold();
    }

    @Test
    void a_column_that_exists_is_refused() {
        laws(column("bid", "text")).areRefusedWith("Column \"bid\" already exists in table trading.quotes.");
    }

    @Test
    void a_table_that_does_not_exist_is_refused() {
        OperationLaws.of(new AddColumn(table("quotess").id(), column("fresh", "text")))
                .given(SCHEMA, QUOTES)
                .areRefusedWith("There is no table trading.quotess. Did you mean \"trading.quotes\"?");
    }

    @Test
    void a_type_that_does_not_exist_is_refused() {
        laws(column("fresh", "trading.sides"))
                .areRefusedWith("There is no type trading.sides. Did you mean \"trading.side\"?");
    }

    @Test
    void a_second_identity_is_fine() {
        OperationLaws.of(new AddColumn(ORDERS.id(), identity("fresh", "bigint", false)))
                .given(SCHEMA, SIDE, dev.varve.testing.Trading.INSTRUMENTS, ORDERS)
                .hold();
    }
}
