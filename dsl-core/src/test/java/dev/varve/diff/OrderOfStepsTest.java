package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.defaulting;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.referencing;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Argument;
import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.EnumType;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Extension;
import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Operator;
import dev.varve.model.Policy;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Schema;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import dev.varve.model.TextSearchConfiguration;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrderOfStepsTest {

    @Test
    void an_extension_comes_before_what_may_be_made_with_it() {
        Database wanted = holding(
                new ForeignServer(
                        "archive",
                        ForeignDataWrapper.id("postgres_fdw"),
                        Optional.empty(),
                        Optional.empty(),
                        ForeignOptions.none()),
                new Extension("postgres_fdw", Optional.empty()));

        assertThat(words(Difference.between(Database.empty(), wanted)))
                .containsExactly("create extension postgres_fdw", "create foreign server archive");
        assertThat(words(Difference.between(wanted, Database.empty())))
                .containsExactly("drop foreign server archive", "drop extension postgres_fdw");
    }

    @Test
    void an_extension_goes_after_the_columns_of_its_types() {
        Table before = table("books", column("id", "integer"), column("isbn", "public.isbn"));
        Table after = table("books", column("id", "integer"));

        assertThat(words(Difference.between(holding(new Extension("isn", Optional.empty()), before), holding(after))))
                .containsExactly("drop column isbn from public.books", "drop extension isn");
    }

    @Test
    void a_configuration_comes_after_the_extension_whose_dictionary_it_asks() {
        Extension unaccent = new Extension("unaccent", Optional.of("public"), Optional.empty());
        TextSearchConfiguration simple = new TextSearchConfiguration(
                name("a_simple"),
                QualifiedName.of("pg_catalog", "default"),
                new TreeMap<>(Map.of("word", List.of(name("unaccent")))));

        assertThat(words(Difference.between(Database.empty(), holding(unaccent, simple))))
                .containsExactly("create extension unaccent", "create text search configuration public.a_simple");
    }

    @Test
    void tables_that_reference_each_other_come_before_one_of_their_keys() {
        Table eggs = referencing(table("eggs", column("id", "integer"), column("hen", "integer")), "hen", "hens");
        Table hens = referencing(table("hens", column("id", "integer"), column("egg", "integer")), "egg", "eggs");

        assertThat(words(Difference.between(Database.empty(), holding(eggs, hens))))
                .containsExactly(
                        "create table public.hens",
                        "create table public.eggs",
                        "add constraint fk_hens to public.hens");
        assertThat(words(Difference.between(holding(eggs, hens), Database.empty())))
                .containsExactly(
                        "drop constraint fk_hens of public.hens",
                        "drop constraint fk_eggs of public.eggs",
                        "drop table public.hens",
                        "drop table public.eggs");
    }

    @Test
    void a_key_that_others_reference_changes_between_their_foreign_keys() {
        Table accounts = table("accounts", column("id", "integer"));
        Table orders = referencing(
                table("orders", column("id", "integer"), column("account", "integer")), "account", "accounts");
        Table deferred = Table.of(accounts.name(), accounts.columns())
                .plus(new PrimaryKeyConstraint("pk_accounts", List.of("id")).deferring(Deferral.INITIALLY_IMMEDIATE));

        assertThat(words(Difference.between(holding(deferred, orders), holding(accounts, orders))))
                .containsExactly(
                        "drop constraint fk_orders of public.orders",
                        "drop constraint pk_accounts of public.accounts",
                        "add constraint pk_accounts to public.accounts",
                        "add constraint fk_orders to public.orders");
    }

    @Test
    void a_view_waits_for_the_table_that_it_selects_from() {
        Table category = table("category", column("id", "integer"), column("name", "text"));
        Table moved = table("tmp", column("id", "integer"), column("name", "text"));
        View before = new View(name("films"), new Query("select c.name from public.category c"));
        View after = new View(name("films"), new Query("select c.name from public.tmp c"));
        View instead = new View(name("category"), new Query("select t.id, t.name from public.tmp t"));

        assertThat(words(Difference.between(holding(category, before), holding(moved, after, instead))))
                .containsExactly(
                        "create table public.tmp",
                        "recreate view public.films",
                        "drop table public.category",
                        "create view public.category");
    }

    @Test
    void a_view_lets_a_column_go_before_it_goes() {
        Table before = table("orders", column("id", "integer"), column("note", "text"));
        Table after = table("orders", column("id", "integer"));
        View old = new View(name("all_orders"), new Query("select o.id, o.note from public.orders o"));
        View rest = new View(name("all_orders"), new Query("select o.id from public.orders o"));

        assertThat(words(Difference.between(holding(before, old), holding(after, rest))))
                .containsExactly("recreate view public.all_orders", "drop column note from public.orders");
    }

    @Test
    void an_exclusion_goes_before_a_column_of_its_condition() {
        ExclusionConstraint exclusion = new ExclusionConstraint(
                "no_twins",
                "btree",
                List.of(new Excluded(IndexKey.column("id"), Operator.of("="))),
                List.of(),
                Optional.of(new Expression("a is not null")),
                Deferral.NOT_DEFERRABLE,
                Storage.usual());
        Table before =
                table("t", column("id", "integer"), column("a", "integer")).plus(exclusion);

        assertThat(words(Difference.between(holding(before), holding(table("t", column("id", "integer"))))))
                .containsExactly("drop constraint no_twins of public.t", "drop column a from public.t");
    }

    @Test
    void a_function_gets_other_arguments_under_whatever_calls_it() {
        Function one = function("integer");
        Function other = function("bigint");
        Table table = defaulting("public.code(1)")
                .plus(new CheckConstraint("ck_code", new Expression("side <> public.code(2)")));
        View view = new View(name("codes"), new Query("select public.code(3) as code"));
        Database old = holding(new EnumType(name("side"), List.of("A")), one, table, view);
        Database now = holding(new EnumType(name("side"), List.of("A")), other, table, view);

        assertThat(words(Difference.between(old, now)))
                .containsExactly(
                        "drop view public.codes",
                        "drop constraint ck_code of public.orders",
                        "drop the default of column side of public.orders",
                        "create function public.code(bigint)",
                        "drop function public.code(integer)",
                        "create view public.codes",
                        "set the default of column side of public.orders to public.code(1)",
                        "add constraint ck_code to public.orders");
    }

    private static Function function(String argument) {
        return Function.of(name("code"))
                .taking(List.of(new Argument(Argument.Mode.IN, "a", TypeName.of(argument), Optional.empty())))
                .returning("text");
    }

    @Test
    void a_query_waits_for_the_column_that_it_selects() {
        Table now = numbered("id", Optional.empty());
        Table then = numbered("user", Optional.of(name("sales_id_seq")));
        MaterializedView ids = new MaterializedView(name("stored"), new Query("select t.id from public.sales t"));
        MaterializedView users =
                new MaterializedView(name("stored"), new Query("select t.\"user\" from public.sales t"));

        assertThat(words(Difference.between(holding(now, ids), holding(then, users))))
                .containsExactly(
                        "drop materialized view public.stored",
                        "drop column id from public.sales",
                        "add column user to public.sales",
                        "add constraint pk_sales to public.sales",
                        "create materialized view public.stored");
    }

    private static Table numbered(String column, Optional<QualifiedName> sequence) {
        ColumnValue identity = new ColumnValue.Identity(true, SequenceOptions.PLAIN, sequence);
        return Table.of(name("sales"), List.of(column(column, "integer").valued(Optional.of(identity))))
                .plus(new PrimaryKeyConstraint("pk_sales", List.of(column)));
    }

    @Test
    void a_foreign_key_references_by_no_index_that_goes() {
        Table orders = SmallSchemas.table(
                "orders", SmallSchemas.column("id", "integer"), SmallSchemas.column("after", "integer"));
        Table bare = orders.minusConstraint("pk_orders");
        Index unique = new Index(
                name("by_id"), orders.id(), true, "btree", List.of(IndexKey.column("id")), List.of(), Optional.empty());

        assertThat(words(Difference.between(
                        holding(bare, unique), holding(SmallSchemas.referencing(orders, "after", "orders")))))
                .containsExactly(
                        "drop index public.by_id",
                        "add constraint pk_orders to public.orders",
                        "add constraint fk_orders to public.orders");
        assertThat(words(Difference.between(
                        holding(SmallSchemas.referencing(bare, "after", "orders"), unique),
                        holding(SmallSchemas.referencing(orders, "after", "orders")))))
                .containsExactly(
                        "drop constraint fk_orders of public.orders",
                        "add constraint pk_orders to public.orders",
                        "drop index public.by_id",
                        "add constraint fk_orders to public.orders");
    }

    @Test
    void a_policy_waits_for_the_column_that_it_is_about() {
        Table bare = SmallSchemas.table("orders", SmallSchemas.column("id", "integer"));
        Table owned = bare.plus(SmallSchemas.column("keeper", "text"));
        Policy policy = new Policy(
                "own_rows",
                bare.id(),
                true,
                Policy.Command.ALL,
                Set.of("public"),
                Optional.of(new Expression("keeper = current_user")),
                Optional.empty());

        assertThat(words(Difference.between(holding(bare), holding(owned, policy))))
                .containsExactly("add column keeper to public.orders", "create policy public.orders.own_rows");
    }

    @Test
    void a_default_waits_for_the_value_that_it_says() {
        Table buying = SmallSchemas.defaulting("'BUY'");
        Table bidding = SmallSchemas.defaulting("'BID'");
        EnumType now = new EnumType(name("side"), List.of("BUY", "SELL"));
        EnumType later = new EnumType(name("side"), List.of("BID", "SELL"));

        assertThat(words(Difference.between(holding(now, buying), holding(later, bidding))))
                .containsExactly(
                        "drop the default of column side of public.orders",
                        "give enum type public.side the values [BID, SELL], recreating what uses it",
                        "set the default of column side of public.orders to 'BID'");
    }

    @Test
    void an_index_waits_for_the_query_that_gives_its_column() {
        Table orders =
                SmallSchemas.table("orders", SmallSchemas.column("id", "integer"), SmallSchemas.column("note", "text"));
        MaterializedView now = new MaterializedView(name("stored"), new Query("select o.note from public.orders o"));
        MaterializedView later = new MaterializedView(name("stored"), new Query("select o.id from public.orders o"));
        Index index = new Index(
                name("ids"), later.id(), true, "btree", List.of(IndexKey.column("id")), List.of(), Optional.empty());

        assertThat(words(Difference.between(holding(orders, now), holding(orders, later, index))))
                .containsExactly("alter materialized view public.stored", "create index public.ids");
    }

    @Test
    void extensions_go_before_the_schema_of_one_of_them() {
        Database before = holding(
                new Schema("tools"),
                new Extension("amcheck", Optional.of("public"), Optional.empty()),
                new Extension("pg_trgm", Optional.of("tools"), Optional.empty()));

        assertThat(words(Difference.between(before, Database.empty())))
                .containsExactly("drop extension pg_trgm", "drop extension amcheck", "drop schema tools");
    }
}
