package dev.varve.dsl;

import static dev.varve.dsl.Postgres.EXTERNAL;
import static dev.varve.dsl.Postgres.LZ4;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.defaultStorage;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.generatedAs;
import static dev.varve.dsl.Postgres.identityByDefault;
import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.nDistinct;
import static dev.varve.dsl.Postgres.notGenerated;
import static dev.varve.dsl.Postgres.notNull;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.reversedBy;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.statistics;
import static dev.varve.dsl.Postgres.storage;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.type;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.doublePrecision;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.real;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DslTest {

    private static final PlainTable ORDERS = table("orders");

    private static List<Operation> operations(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        said.accept(changes);
        return changes.operations();
    }

    private static String sqlOf(Consumer<Changes> said) {
        Database state = Database.empty();
        StringBuilder sql = new StringBuilder();
        for (Operation operation : operations(said)) {
            sql.append(operation.statements(state).stream()
                    .map(statement -> statement.sql().text())
                    .collect(Collectors.joining(";\n", "", ";\n")));
            state = operation.after(state);
        }
        return sql.toString();
    }

    @Test
    void checks_take_conditions_of_jooq_or_text() {
        assertThat(sqlOf(changes -> changes.create(ORDERS.column(
                                "price",
                                numeric(18, 8).check(price -> price.gt(ZERO)).check("price < 1000000"))
                        .column("side", varchar(4).check(side -> side.in("BUY", "SELL")))
                        .check("priced", field(name("price")).isNotNull()))))
                .isEqualTo("""
                        create table public.orders (
                            price numeric(18, 8),
                            side varchar(4),
                            constraint ck_orders_price check (price > 0),
                            constraint ck_orders_price_2 check (price < 1000000),
                            constraint ck_orders_side check (side in ('BUY', 'SELL')),
                            constraint priced check (price is not null)
                        );
                        """);
    }

    @Test
    void defaults_are_constants_fields_or_expressions() {
        assertThat(sqlOf(changes ->
                        changes.create(ORDERS.column("venue", varchar(10).defaultTo("X'NAS"))
                                .column("quantity", numeric(18, 8).defaultTo(ZERO))
                                .column("placed_at", timestamptz().defaultTo(DSL.currentOffsetDateTime()))
                                .column("tags", arrayOf(text()).notNull().defaultTo(sql("'{}'"))))))
                .isEqualTo("""
                        create table public.orders (
                            venue varchar(10) default 'X''NAS',
                            quantity numeric(18, 8) default 0,
                            placed_at timestamptz default cast(current_timestamp as timestamp with time zone),
                            tags text[] not null default '{}'
                        );
                        """);
    }

    @Test
    void columns_say_how_they_compare_store_and_count() {
        assertThat(sqlOf(changes -> changes.create(ORDERS.column(
                                "id", bigint().identity(from(100).by(10).cycling()))
                        .column("down", bigint().identityByDefault(from(-1).by(-1)))
                        .column("symbol", varchar(20).notNull().collate("C").defaultTo("X"))
                        .column("name", text().collate("trading", "german"))
                        .column(
                                "note",
                                text().storage(EXTERNAL)
                                        .compression(LZ4)
                                        .statistics(500)
                                        .nDistinct(-0.5))
                        .column("shout", text().generatedAs(sql("upper(note)")))
                        .column("length", integer().generatedVirtuallyAs(sql("length(note)"))))))
                .isEqualTo("""
                        create table public.orders (
                            id bigint generated always as identity (start 100 increment 10 cycle),
                            down bigint generated by default as identity (increment -1 no minvalue maxvalue -1),
                            symbol varchar(20) collate "C" not null default 'X',
                            name text collate trading.german,
                            note text,
                            shout text generated always as (upper(note)) stored,
                            length integer generated always as (length(note)) virtual
                        );
                        alter table public.orders alter column note set storage external, alter column note set compression lz4,\
                         alter column note set statistics 500, alter column note set (n_distinct = -0.5);
                        """);
    }

    @Test
    void columns_are_altered_property_by_property() {
        assertThat(sqlOf(changes -> {
                    changes.create(ORDERS.column("id", bigint().identity())
                            .column("note", varchar(20).collate("C"))
                            .column("shout", text().generatedAs(sql("upper('x')"))));
                    changes.alter(ORDERS)
                            .alterColumn("note", storage(EXTERNAL), statistics(100), nDistinct(20), defaultStorage())
                            .alterColumn("note", type(text()), type(text().collate("POSIX")))
                            .alterColumn("note", type(text()).defaultCollation())
                            .alterColumn("id", identityByDefault(from(100).by(5)))
                            .alterColumn("shout", generatedAs(sql("lower('X')")))
                            .alterColumn("shout", notGenerated());
                }))
                .endsWith("""
                        );
                        alter table public.orders alter column note set storage external;
                        alter table public.orders alter column note set statistics 100;
                        alter table public.orders alter column note set (n_distinct = 20);
                        alter table public.orders alter column note set storage default;
                        alter table public.orders alter column note type text collate "C";
                        alter table public.orders alter column note type text collate "POSIX";
                        alter table public.orders alter column note type text;
                        alter table public.orders alter column id set generated by default set start 100 set increment 5;
                        alter table public.orders alter column shout set expression as (lower('X'));
                        alter table public.orders alter column shout drop expression;
                        """);
    }

    @Test
    void indexes_take_order_expressions_conditions_and_more_columns() {
        assertThat(sqlOf(changes -> changes.create(ORDERS.column("symbol", text())
                        .column("price", numeric())
                        .index(on(asc("symbol").withNullsFirst(), desc("price"))
                                .unique()
                                .where(field(name("price"), Integer.class).gt(0)))
                        .index(on(key(sql("lower(symbol)"))).include("price"))
                        .index(on("symbol").using("hash").named("by_hash")))))
                .endsWith("""
                        create unique index ix_orders_symbol_price on public.orders (symbol nulls first, price desc) where price > 0;
                        create index ix_orders_lower_symbol on public.orders ((lower(symbol))) include (price);
                        create index by_hash on public.orders using hash (symbol);
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "avg_price", "fee_usd", "accountBalance_total"})
    void floating_point_money_is_refused_with_the_reason(String column) {
        assertThatThrownBy(() -> operations(changes -> changes.create(ORDERS.column(column, doublePrecision()))))
                .hasMessageStartingWith("Column \"" + column + "\" holds money, as ")
                .hasMessageEndingWith("Use money(precision, scale) or numeric(precision, scale).");
    }

    @Test
    void floating_point_numbers_that_are_no_money_are_taken() {
        assertThat(operations(changes -> changes.create(ORDERS.column("latency_seconds", real()))))
                .hasSize(1);
    }

    @Test
    void saying_the_primary_key_twice_is_refused_with_the_first() {
        assertThatThrownBy(() -> ORDERS.column("id", bigint()).primaryKey("id").primaryKey("id", "venue"))
                .hasMessage(
                        "Table public.orders was already given primary key [id]; it cannot also have primary key [id, venue].");
    }

    @Test
    void saying_a_default_twice_is_refused_with_the_first() {
        assertThatThrownBy(() -> varchar(4).defaultTo("BUY").defaultTo("SELL"))
                .hasMessage(
                        "A column's value was already said to be \"default 'BUY'\"; it cannot also be \"default 'SELL'\".");
    }

    @Test
    void specs_are_values_that_can_be_said_on_in_two_ways() {
        PlainTable base = ORDERS.column("id", bigint());

        base.column("a", text());

        assertThat(base.column("b", text()).operations(NamingConvention.STANDARD))
                .hasToString(ORDERS.column("id", bigint())
                        .column("b", text())
                        .operations(NamingConvention.STANDARD)
                        .toString());
    }

    @Test
    void a_long_name_is_shortened_with_a_hash_of_the_whole_and_not_by_the_server() {
        String column = "a_column_with_a_name_that_is_nearly_as_long_as_postgresql_keeps";
        String name = NamingConvention.STANDARD.shortName(NamingConvention.Kind.INDEX, ORDERS.name(), List.of(column));
        String other =
                NamingConvention.STANDARD.shortName(NamingConvention.Kind.INDEX, ORDERS.name(), List.of(column, "b"));

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(name).startsWith("ix_orders_a_column_with").isNotEqualTo(other);
        assertThat(name)
                .isEqualTo(
                        "ix_orders_a_column_with_a_name_that_is_nearly_as_long__" + name.substring(name.length() - 8));
    }

    @Test
    void an_application_can_have_its_own_names() {
        NamingConvention own = (kind, table, parts) -> table.name() + "__" + kind.prefix();
        Changes changes = new Changes(own);
        changes.create(ORDERS.column("id", bigint().primaryKey()));

        assertThat(changes.operations()).first().asString().contains("orders__pk");
    }

    @Test
    void raw_statements_say_how_they_are_taken_back() {
        List<Operation> operations = operations(changes -> {
            changes.execute("create collation german (locale = 'de_DE')", reversedBy("drop collation german"));
            changes.execute("delete from legacy", irreversible("the legacy rows are gone"));
        });

        assertThat(operations
                        .get(0)
                        .reversal(Database.empty())
                        .operations()
                        .get(0)
                        .statements(Database.empty()))
                .hasToString("[drop collation german]");
        assertThat(operations.get(1).reversal(Database.empty()))
                .hasToString("Impossible[reason=the legacy rows are gone]");
    }

    @Test
    void changes_of_data_are_written_in_jooq() {
        assertThat(sqlOf(changes -> changes.data(db -> db.update(DSL.table(name("trading", "orders")))
                        .set(field(name("venue"), String.class), "XETR")
                        .where(field(name("id"), Long.class).lt(10L)))))
                .isEqualTo("update trading.orders set venue = 'XETR' where id < 10;\n");
    }

    @Test
    void foreign_keys_say_more_of_themselves_only_right_after_they_were_added() {
        assertThatThrownBy(() -> operations(changes -> changes.alter(ORDERS)
                        .alterColumn("a", type(text()), notNull())
                        .onDelete(Postgres.CASCADE)))
                .hasMessageContaining("speak of the foreign key added just before");
    }
}
