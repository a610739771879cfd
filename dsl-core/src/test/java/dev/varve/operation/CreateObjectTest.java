package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.view;
import static dev.varve.testing.Trading.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Argument;
import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.EnumType;
import dev.varve.model.Extension;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Referenced;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateObjectTest {

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
    void a_table_is_one_statement() {
        assertThat(new CreateObject(table(
                                        "quotes",
                                        identity("id", "bigint", true),
                                        column("bid", "numeric(18, 8)").notNull(true))
                                .plus(primaryKey("pk_quotes", "id"))
                                .plus(check("ck_quotes_bid", "bid > 0")))
                        .statements(Database.empty()))
                .hasToString("""
                        [create table trading.quotes (
                            id bigint generated always as identity,
                            bid numeric(18, 8) not null,
                            constraint pk_quotes primary key (id),
                            constraint ck_quotes_bid check (bid > 0)
                        )]""");
    }

    @Test
    void a_table_that_is_dropped_again_loses_its_rows() {
        assertThat(new CreateObject(INSTRUMENTS).reversal(Database.empty()).lost())
                .containsExactly("the rows of trading.instruments");
    }

    @Test
    void a_table_of_most_kinds_of_columns_and_constraints() {
        laws(ORDERS).given(SCHEMA, SIDE, INSTRUMENTS).hold();
    }

    @Test
    void a_table_without_columns() {
        laws(table("nothing")).given(SCHEMA).hold();
    }

    @Test
    void a_table_in_the_public_schema() {
        laws(Table.of(QualifiedName.of("public", "order"), List.of(column("user", "text"))))
                .hold();
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
    void names_of_all_kinds() {
        List<String> names = List.of(
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
                "back\\slash",
                "?",
                "-- x");
        Table table = table(
                "Hostile \"table\" name",
                names.stream().map(n -> column(n, "text")).toArray(Column[]::new));
        table = table.plus(unique("quo\"ted key", "quo\"ted", "select"))
                .plus(check("{} check", "\"Order Id\" <> '' and \"a.b\" <> 'user'"));
        laws(table).given(SCHEMA).hold();
    }

    @Test
    void foreign_keys_of_all_kinds() {
        Table legs = table(
                        "legs",
                        column("a", "bigint").notNull(true),
                        column("b", "bigint").notNull(true),
                        column("parent", "bigint"))
                .plus(primaryKey("pk_legs", "a", "b"))
                .plus(unique("uq_legs", "parent"))
                .plus(foreignKey("fk_self", "parent", table("legs"), "parent"));
        Constraint composite = new ForeignKeyConstraint(
                        "fk composite", List.of("y", "x"), Referenced.of(legs.id(), List.of("a", "b")))
                .onDelete(ReferentialAction.CASCADE)
                .onUpdate(ReferentialAction.SET_NULL)
                .deferring(Deferral.INITIALLY_DEFERRED);
        Table orders = table("fills", column("x", "bigint"), column("y", "bigint"), defaulted("z", "bigint", "0"))
                .plus(composite)
                .plus(foreignKey("fk_restrict", "z", INSTRUMENTS, "id")
                        .onDelete(ReferentialAction.RESTRICT)
                        .onUpdate(ReferentialAction.CASCADE)
                        .deferring(Deferral.INITIALLY_IMMEDIATE))
                .plus(foreignKey("fk_default", "z", INSTRUMENTS, "id")
                        .onDelete(ReferentialAction.SET_DEFAULT)
                        .onUpdate(ReferentialAction.RESTRICT));
        laws(orders).given(SCHEMA, INSTRUMENTS, legs).hold();
    }

    @Test
    void indexes_of_all_kinds() {
        Index unique = new Index(
                name("ux"),
                ORDERS.id(),
                true,
                "btree",
                List.of(IndexKey.column("note"), keyOf("lower(note)")),
                List.of("price", "side"),
                Optional.of(new Expression("status = 'NEW' and side in ('BUY')")));
        laws(unique).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        Index odd = index(
                "Odd \"index\"",
                ORDERS,
                IndexKey.column("placed_at").desc(),
                IndexKey.column("price").withNullsFirst(),
                IndexKey.column("id").desc().withNullsLast(),
                keyOf("price * quantity"),
                keyOf("(note || 'x')").desc());
        laws(odd).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
    }

    @Test
    void an_index_of_another_method_and_operator_class() {
        Table table = table("docs", column("Doc body", "jsonb"), column("name", "text"), column("tags", "text[]"));
        Index gin = new Index(
                name("gin"),
                table.id(),
                false,
                "gin",
                List.of(IndexKey.column("Doc body").using("jsonb_path_ops")),
                List.of(),
                Optional.empty());
        laws(gin).given(SCHEMA, table).hold();
        Index brin = new Index(
                name("brin"), table.id(), false, "brin", List.of(IndexKey.column("name")), List.of(), Optional.empty());
        Index hash = new Index(
                name("hash"), table.id(), false, "hash", List.of(IndexKey.column("name")), List.of(), Optional.empty());
        laws(index(
                        "ops",
                        table,
                        IndexKey.column("name").using("text_pattern_ops").desc()))
                .given(SCHEMA, table, brin, hash)
                .hold();
    }

    @Test
    void a_view_over_a_table_and_a_view_over_that() {
        View open = view(
                "open_orders",
                "select o.id, o.price, i.symbol, o.price * o.quantity as value, (select count(*) from trading.orders) as n from trading.orders o join trading.instruments i on i.id = o.instrument_id where o.status in ('NEW');");
        laws(open).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(view(
                        "Top \"view\"",
                        "select symbol, sum(price) as total from trading.open_orders group by 1 order by 2 desc limit 3"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, open)
                .hold();
    }

    @Test
    void a_materialized_view_with_an_index() {
        MaterializedView exposure =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        laws(exposure).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(new Index(
                        name("ux_exposure"),
                        exposure.id(),
                        true,
                        "btree",
                        List.of(IndexKey.column("side")),
                        List.of(),
                        Optional.empty()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, exposure)
                .hold();
    }

    @Test
    void functions_of_all_kinds() {
        Function plain = function("plain", "integer", "select 1");
        Function overload = function("plain", "bigint", "select $1", argument("", "bigint"));
        Function many = function(
                "many",
                "setof text",
                "select 'x'",
                argument("n", "numeric(18, 8)"),
                new Argument("since", TypeName.of("timestamptz"), Optional.of(new Expression("now()"))));
        Function rows = function(
                "rows",
                "setof trading.orders",
                "select id, instrument_id, side, price, quantity, notional, status, placed_at, note from trading.orders where side = \"wanted side\"",
                argument("wanted side", "trading.side"));
        Function enumerated = function(
                "enumerated",
                "trading.side",
                "select s",
                new Argument("s", TypeName.of("trading.side"), Optional.of(new Expression("'BUY'"))));
        Function array = function("array_of", "text[]", "select $1", argument("x", "text[]"));
        Function nothing = function("nothing", "void", "");
        Function record = function("row", "record", "select 1, 2");
        laws(overload)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, plain, many, rows, enumerated, array, nothing, record)
                .hold();
        laws(rows).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(enumerated).given(SCHEMA, SIDE, many).hold();
    }

    @Test
    void a_function_with_all_traits() {
        laws(new Function(
                        name("Odd \"name\""),
                        List.of(),
                        "numeric",
                        "plpgsql",
                        Volatility.IMMUTABLE,
                        true,
                        "begin\n  return 1; -- $$ $varve$\nend"))
                .given(SCHEMA)
                .hold();
        laws(new Function(
                        name("stable"),
                        List.of(argument("a", "varchar(3)")),
                        "char(3)",
                        "sql",
                        Volatility.STABLE,
                        false,
                        "select 'USD'"))
                .given(SCHEMA)
                .hold();
    }

    @Test
    void a_function_that_returns_a_table() {
        laws(function("prices", "table(symbol text, price numeric)", "select 'x', 1.0"))
                .given(SCHEMA)
                .hold();
        laws(function(
                        "odd",
                        "TABLE (\"Odd, name\" numeric(18, 8), s trading.side[], t timestamp with time zone)",
                        "select null::numeric, null::trading.side[], now()",
                        argument("n", "int")))
                .given(SCHEMA, SIDE)
                .hold();
    }

    @Test
    void triggers_of_all_kinds() {
        laws(TOUCH_ORDERS).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH).hold();
        Trigger columns = new Trigger(
                "Of columns",
                ORDERS.id(),
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                List.of("price", "status"),
                true,
                Optional.of(new Expression("new.price > 0 and new.status in ('NEW', 'X')")),
                TOUCH.id(),
                List.of("it's", "", "a,b", "ü"));
        Trigger truncate = new Trigger(
                "on_truncate",
                ORDERS.id(),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.TRUNCATE),
                List.of(),
                false,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        Trigger changed = new Trigger(
                "changed",
                ORDERS.id(),
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.UPDATE),
                List.of(),
                true,
                Optional.of(new Expression("old.* is distinct from new.*")),
                TOUCH.id(),
                List.of());
        laws(changed)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, columns, truncate)
                .hold();
        laws(columns)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, changed, truncate)
                .hold();
    }

    @Test
    void a_trigger_on_a_view() {
        View open = view("open_orders", "select id, price from trading.orders");
        Trigger instead = new Trigger(
                "instead",
                open.id(),
                Trigger.Timing.INSTEAD_OF,
                Set.of(Trigger.Event.INSERT, Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        laws(instead).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, open).hold();
    }

    @Test
    void sequences_of_all_kinds() {
        Sequence small = new Sequence(
                name("small"),
                TypeName.of("smallint"),
                SequenceOptions.PLAIN.startingAt(5).cycling());
        Sequence down = new Sequence(
                name("down"), TypeName.of("bigint"), new SequenceOptions(-1, -1, Long.MIN_VALUE, -1, 1, false));
        Sequence bounded = new Sequence(
                name("bounded"), TypeName.of("bigint"), SequenceOptions.PLAIN.between(1, Integer.MAX_VALUE));
        Sequence integer = new Sequence(
                name("as_int"), TypeName.of("integer"), SequenceOptions.PLAIN.between(-10, Integer.MAX_VALUE));
        laws(down).given(SCHEMA, sequence("tickets"), small, bounded, integer).hold();
        laws(integer).given(SCHEMA).hold();
    }

    @Test
    void an_enum_a_schema_and_an_extension() {
        laws(ODD).given(SCHEMA).hold();
        laws(new EnumType(name("none"), List.of())).given(SCHEMA).hold();
        laws(new Schema("Odd \"schema\"")).hold();
        laws(new Extension("pgcrypto", Optional.of("trading")))
                .given(SCHEMA)
                .needing("pgcrypto")
                .hold();
        laws(new Extension("pg_trgm", Optional.empty())).needing("pg_trgm").hold();
        laws(new Extension("uuid-ossp", Optional.of("public")))
                .needing("uuid-ossp")
                .hold();
    }

    @Test
    void an_index_of_an_operator_class_that_an_extension_has() {
        Index trigrams = new Index(
                name("ix_trigrams"),
                INSTRUMENTS.id(),
                false,
                "gin",
                List.of(IndexKey.column("symbol").using("public.gin_trgm_ops")),
                List.of(),
                Optional.empty());
        Index unqualified = new Index(
                name("ix_trigrams"),
                INSTRUMENTS.id(),
                false,
                "gin",
                List.of(IndexKey.column("symbol").using("gin_trgm_ops")),
                List.of(),
                Optional.empty());
        laws(unqualified)
                .given(SCHEMA, INSTRUMENTS, new Extension("pg_trgm", Optional.empty()))
                .needing("pg_trgm")
                .hold();
        laws(trigrams)
                .given(SCHEMA, INSTRUMENTS, new Extension("pg_trgm", Optional.empty()))
                .needing("pg_trgm")
                .hold();
    }

    @Test
    void comments_on_everything() {
        View open = view("open_orders", "select id, price from trading.orders");
        MaterializedView exposure =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        List<SchemaObject> all = List.of(
                SCHEMA,
                SIDE,
                INSTRUMENTS,
                ORDERS,
                ORDERS_BY_TIME,
                TOUCH,
                TOUCH_ORDERS,
                open,
                exposure,
                sequence("tickets"),
                function("f", "integer", "select 1", argument("a", "varchar(3)"), argument("b", "trading.side[]")));
        List<Comment> comments = all.stream()
                .map(object -> comment(object, "it's \"about\" {} $$ \\ ü\n" + object.id()))
                .toList();
        List<Comment> onColumns = List.of(comment(ORDERS, "price", "the price"), comment(open, "price", "the price"));
        laws(comment(exposure, "total", "the total"))
                .given(all.toArray(SchemaObject[]::new))
                .given(comments.toArray(SchemaObject[]::new))
                .given(onColumns.toArray(SchemaObject[]::new))
                .hold();
        laws(comments.get(comments.size() - 1))
                .given(all.toArray(SchemaObject[]::new))
                .hold();
    }

    @Test
    void a_comment_on_an_extension_is_refused() {
        Extension citext = new Extension("citext", Optional.empty());
        laws(comment(citext, "case does not matter"))
                .given(citext)
                .needing("citext")
                .areRefusedBeforehandWith(
                        "The comment on extension citext is the extension's own and no part of the schema.");
    }

    @Test
    void a_name_that_a_relation_has_is_refused() {
        laws(view("orders", "select 1 as x"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of view trading.orders is taken by table trading.orders.");
        laws(sequence("pk_orders"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of sequence trading.pk_orders is taken by table trading.orders.");
        laws(new EnumType(name("orders"), List.of()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of enum type trading.orders is taken by table trading.orders.");
        laws(table("side"))
                .given(SCHEMA, SIDE)
                .areRefusedWith("The name of table trading.side is taken by enum type trading.side.");
        laws(ORDERS_BY_TIME)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME)
                .areRefusedWith("The index trading.ix_orders_time already exists.");
    }

    @Test
    void a_view_that_selects_all_columns_is_refused() {
        laws(view("v", "select o.* from trading.orders o"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedBeforehandWith(
                        "The view trading.v selects \"*\". PostgreSQL fixes the list of columns when the view is made;"
                                + " name them, so that the query still says the same when a column comes or goes.");
    }

    @Test
    void a_schema_that_is_not_there_is_refused() {
        laws(INSTRUMENTS).areRefusedWith("There is no schema trading.");
    }

    @Test
    void a_foreign_key_to_columns_that_are_no_key_is_refused() {
        laws(table("fills", column("x", "text")).plus(foreignKey("fk", "x", ORDERS, "note")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith(
                        "Foreign key \"fk\" of table trading.fills references [note] of table trading.orders, which is neither its"
                                + " primary key nor unique there. Reference a key, or make these columns unique first.");
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
