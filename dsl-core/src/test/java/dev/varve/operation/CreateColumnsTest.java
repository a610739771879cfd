package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.virtual;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.EnumType;
import dev.varve.model.IndexKey;
import dev.varve.model.SchemaObject;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateColumnsTest {

    private static final List<String> TYPES = List.of(
            "text",
            "varchar(20)",
            "varchar",
            "char(3)",
            "character",
            "numeric(18, 8)",
            "numeric(10)",
            "numeric",
            "decimal(4,2)",
            "smallint",
            "integer",
            "int8",
            "boolean",
            "uuid",
            "date",
            "time",
            "time(3)",
            "timetz(3)",
            "timestamptz",
            "timestamptz(3)",
            "timestamp(6)",
            "timestamp with time zone",
            "interval",
            "interval day to second(3)",
            "interval(3)",
            "interval year to month",
            "jsonb",
            "json",
            "bytea",
            "inet",
            "cidr",
            "macaddr",
            "real",
            "double precision",
            "float",
            "float(53)",
            "float(10)",
            "text[]",
            "numeric(18, 8)[]",
            "integer[][]",
            "varchar(5)[]",
            "timestamptz(3)[]",
            "timestamp(3) without time zone",
            "trading.side",
            "trading.side[]",
            "int4range",
            "tsvector",
            "money",
            "bit(4)",
            "bit varying(4)",
            "bit",
            "\"char\"",
            "name",
            "oid",
            "point",
            "tstzrange",
            "char(3)[]",
            "bit[]",
            "trading.\"Odd Type\"");

    private static final List<String> DEFAULTS = List.of(
            "text = 'it''s'",
            "text = 'a;b{}?'",
            "varchar(10) = 'XNAS'",
            "numeric(18, 8) = 0",
            "numeric(18, 8) = -1.5",
            "bigint = 9999999999",
            "integer = -1",
            "smallint = 1 + 2",
            "boolean = false",
            "uuid = gen_random_uuid()",
            "date = current_date",
            "date = '2025-01-01'",
            "timestamptz = now()",
            "timestamptz(3) = current_timestamp(3)",
            "timestamp = clock_timestamp()",
            "timestamp = (now() at time zone 'utc')",
            "interval = '1 day'",
            "interval = interval '1 day 02:00'",
            "jsonb = '{}'",
            "jsonb = '{\"a\": [1, 2]}'",
            "bytea = '\\xdeadbeef'",
            "text[] = '{}'",
            "text[] = array['a', 'b']::text[]",
            "integer[] = array[1, 2]",
            "trading.side = 'SELL'",
            "trading.side = 'SELL'::trading.side",
            "double precision = 'NaN'",
            "real = 0.1",
            "inet = '127.0.0.1'",
            "char(3) = 'USD'",
            "time = '09:30'",
            "text = current_user",
            "text = upper('x') || E'\\n'",
            "bigint = null",
            "trading.side[] = array['BUY']::trading.side[]",
            "text = coalesce(null, 'x')",
            "bit(4) = B'1010'",
            "numeric = case when true then 1 else 2 end",
            "text = lower('A'::text)",
            "bigint = nextval('trading.tickets')",
            "text = $$dollar$$",
            "trading.\"Odd Type\" = 'x y'");

    private static final List<String> CHECKS = List.of(
            "a > 0",
            "s = 'x'",
            "s in ('NEW', 'FILLED')",
            "v in ('NEW', 'FILLED')",
            "v = 'NEW'",
            "a in (1, 2, 3)",
            "e in ('BUY', 'SELL')",
            "e = 'BUY'",
            "e <> 'SELL'::trading.side",
            "a between 1 and 10",
            "n between 0 and 0.5",
            "n > 0",
            "n >= 1.5 and n < 100",
            "s like 'A%'",
            "s ~ '^[A-Z]+$'",
            "s is not null or a is not null",
            "char_length(s) <= 10",
            "b",
            "not b",
            "t > '2020-01-01'",
            "t < now() + interval '1 day'",
            "j ? 'key'",
            "jsonb_typeof(j) = 'object'",
            "a::text <> '7'",
            "coalesce(v, '') <> ''",
            "v = any (array['a', 'b'])",
            "case when b then a > 0 else true end",
            "upper(s) = s",
            "a % 2 = 0",
            "v not in ('x')",
            "(a, n) is not null",
            "trading.lot() = 1",
            "c = 'USD'",
            "a = any ('{1,2}')",
            "s collate \"C\" < 'z'",
            "\"Odd Col\" > 0",
            "extract(hour from t) < 24",
            "e::text = 'BUY'");

    private static final EnumType ODD = new EnumType(name("Odd Type"), List.of("x y", "it's", "ü", ""));

    private static Table manyColumns(String name, List<String> definitions) {
        Column[] columns = IntStream.range(0, definitions.size())
                .mapToObj(i -> {
                    String[] parts = definitions.get(i).split(" = ", 2);
                    return parts.length == 1 ? column("c" + i, parts[0]) : defaulted("c" + i, parts[0], parts[1]);
                })
                .toArray(Column[]::new);
        return table(name, columns);
    }

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new CreateObject(object));
    }

    @Test
    void columns_of_all_types() {
        laws(manyColumns("all types", TYPES)).given(SCHEMA, SIDE, ODD).hold();
    }

    @Test
    void columns_with_all_kinds_of_defaults() {
        laws(manyColumns("all_defaults", DEFAULTS))
                .given(SCHEMA, SIDE, ODD, sequence("tickets"))
                .hold();
    }

    @Test
    void checks_of_all_kinds() {
        Table table = table(
                "checked",
                column("a", "integer"),
                column("s", "text"),
                column("v", "varchar(10)"),
                column("n", "numeric(18, 8)"),
                column("e", "trading.side"),
                column("b", "boolean"),
                column("t", "timestamptz"),
                column("j", "jsonb"),
                column("c", "char(3)"),
                column("Odd Col", "bigint"));
        for (int i = 0; i < CHECKS.size(); i++) {
            table = table.plus(check("check " + i, CHECKS.get(i)));
        }
        laws(table).given(SCHEMA, SIDE, function("lot", "integer", "select 1")).hold();
    }

    @Test
    void identities_of_all_kinds() {
        SequenceOptions odd = SequenceOptions.PLAIN
                .startingAt(1000)
                .incrementedBy(10)
                .caching(20)
                .cycling();
        laws(table(
                        "counted",
                        identity("a", "bigint", true),
                        identity("b", "integer", false),
                        identity("c", "smallint", true),
                        column("d", "integer").valued(Optional.of(new ColumnValue.Identity(false, odd))),
                        column("e", "integer")
                                .valued(Optional.of(
                                        new ColumnValue.Identity(true, SequenceOptions.PLAIN.between(5, 500)))),
                        column("f", "bigint")
                                .valued(Optional.of(new ColumnValue.Identity(
                                        true, SequenceOptions.PLAIN.between(1, Integer.MAX_VALUE)))),
                        column("g", "integer")
                                .valued(Optional.of(new ColumnValue.Identity(
                                        true, new SequenceOptions(-1, -1, Integer.MIN_VALUE, -1, 1, false))))))
                .given(SCHEMA)
                .hold();
    }

    @Test
    void generated_columns() {
        laws(table(
                        "computed",
                        column("price", "numeric(18, 8)"),
                        column("qty", "integer"),
                        generated("notional", "numeric(30, 8)", "price * qty"),
                        generated("label", "text", "'n/a ' || coalesce(qty, 0)"),
                        generated("flag", "boolean", "price > 0 and qty in (1, 2)")))
                .given(SCHEMA)
                .hold();
    }

    @Test
    void a_table_with_columns_that_are_stored_in_their_own_way() {
        OperationLaws.of(new CreateObject(table(
                        "t",
                        column("a", "text")
                                .collated(QualifiedName.unqualified("C"))
                                .with(ColumnProperty.STORAGE, Optional.of("external"))
                                .with(ColumnProperty.N_DISTINCT, Optional.of("-0.25")),
                        column("b", "numeric").with(ColumnProperty.STORAGE, Optional.of("plain")),
                        column("c", "jsonb").with(ColumnProperty.COMPRESSION, Optional.of("pglz")),
                        column("d", "integer").with(ColumnProperty.STATISTICS, Optional.of("0")))))
                .given(SCHEMA)
                .hold();
    }

    @Test
    void an_identity_with_a_sequence_of_another_name() {
        Column numbered = column("id", "integer")
                .valued(Optional.of(
                        new ColumnValue.Identity(false, SequenceOptions.PLAIN, Optional.of(name("my \"numbers\"")))));
        OperationLaws.of(new CreateObject(table("t", numbered))).given(SCHEMA).hold();
        OperationLaws.of(new CreateObject(table("t", numbered).named(QualifiedName.of("public", "t"))))
                .hold();
        Column elsewhere = column("id", "integer")
                .valued(Optional.of(new ColumnValue.Identity(
                        false, SequenceOptions.PLAIN, Optional.of(QualifiedName.of("public", "numbers")))));
        OperationLaws.of(new CreateObject(table("t", elsewhere)))
                .given(SCHEMA)
                .areRefusedWith(
                        "Column \"id\" of table trading.t cannot have the sequence public.numbers: it has to live in the"
                                + " schema of the table.");
    }

    @Test
    void virtual_columns_of_several_types() {
        OperationLaws.of(new CreateObject(table(
                                "t",
                                column("a", "integer"),
                                virtual("b", "integer", "a * 2").notNull(true),
                                virtual("c", "text", "'n' || a"),
                                generated("d", "integer", "a * 3"))
                        .plus(check("ck", "b > 0"))))
                .given(SCHEMA)
                .since(18)
                .hold();
    }

    @Test
    void keys_and_indexes_over_a_virtual_column_are_refused() {
        Table computed = table("t", column("a", "integer"), virtual("b", "integer", "a * 2"));
        OperationLaws.of(new CreateObject(computed.plus(unique("uq", "b"))))
                .given(SCHEMA)
                .since(18)
                .areRefusedWith(
                        "Column \"b\" of table trading.t is virtual, and PostgreSQL takes only checks over such columns,"
                                + " not \"uq\". Generate it stored.");
        OperationLaws.of(new CreateObject(index("i", computed, IndexKey.column("b"))))
                .given(SCHEMA, computed)
                .since(18)
                .areRefusedWith(
                        "The index trading.i uses column \"b\" of table trading.t, which is virtual; PostgreSQL indexes"
                                + " only what is stored. Generate the column stored, or index its expression.");
    }
}
