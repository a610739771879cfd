package dev.varve.diff;

import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Argument;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Domain;
import dev.varve.model.EnumType;
import dev.varve.model.Environment;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Extension;
import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.Operator;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Referenced;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import dev.varve.model.TextSearchConfiguration;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameEnumValue;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import dev.varve.source.MigrationText;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static QualifiedName name(String name) {
        return QualifiedName.of("public", name);
    }

    private static Column column(String name, String type) {
        return Column.of(name, TypeName.of(type));
    }

    private static Table table(String name, Column... columns) {
        return Table.of(name(name), List.of(columns)).plus(new PrimaryKeyConstraint("pk_" + name, List.of("id")));
    }

    private static Table referencing(Table table, String column, String target) {
        return table.plus(new ForeignKeyConstraint(
                "fk_" + table.name().name(), List.of(column), Referenced.of(Table.id(name(target)), List.of("id"))));
    }

    private static Database holding(dev.varve.model.SchemaObject... objects) {
        return Database.holding(Database.empty().environment(), List.of(objects));
    }

    private static List<String> words(Difference difference) {
        assertThat(difference.obstacles()).isEmpty();
        return difference.operations().stream().map(Operation::description).toList();
    }

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
    void constraints_and_indexes_that_are_only_called_otherwise_are_renamed() {
        Table accounts = table("accounts", column("id", "integer"));
        Table called = Table.of(accounts.name(), accounts.columns())
                .plus(new PrimaryKeyConstraint("other_key", List.of("id")));
        Table orders = referencing(
                table("orders", column("id", "integer"), column("account", "integer")), "account", "accounts");
        Index index = index("by_account");

        assertThat(words(Difference.between(
                        holding(accounts, orders, index), holding(called, orders, index.named(name("ix_orders"))))))
                .containsExactly(
                        "rename constraint pk_accounts of public.accounts to other_key",
                        "rename index public.by_account to ix_orders");
    }

    private static Index index(String name) {
        return index(name, table("orders"), IndexKey.column("account"));
    }

    private static Index index(String name, Table table, IndexKey key) {
        return new Index(name(name), table.id(), false, "btree", List.of(key), List.of(), Optional.empty());
    }

    @Test
    void a_column_changes_its_type_under_a_view() {
        Table before = table("orders", column("id", "integer"), column("price", "integer"));
        Table after = table("orders", column("id", "integer"), column("price", "numeric"));
        View view = new View(name("prices"), new Query("select o.price from public.orders o"));

        assertThat(words(Difference.between(holding(before, view), holding(after, view))))
                .containsExactly(
                        "change the type of column price of public.orders to numeric, recreating what uses it");
    }

    @Test
    void a_default_waits_for_the_type_that_it_is_of() {
        Table before = table("films", column("id", "integer"), column("rating", "public.old_rating"));
        Table after = table(
                "films",
                column("id", "integer"),
                column("rating", "public.rating")
                        .valued(Optional.of(new ColumnValue.Default(new Expression("'G'::public.rating")))));
        View view = new View(name("ratings"), new Query("select f.rating from public.films f"));

        assertThat(words(Difference.between(
                        holding(new EnumType(name("old_rating"), List.of("G")), before, view),
                        holding(new EnumType(name("rating"), List.of("G")), after, view))))
                .containsSubsequence(
                        "change the type of column rating of public.films to public.rating, recreating what uses it",
                        "set the default of column rating of public.films to 'G'::public.rating");
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
    void a_serial_column_whose_sequence_becomes_an_object_of_its_own_keeps_it() {
        Table serial = table(
                "t",
                column("id", "integer")
                        .valued(Optional.of(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty()))));
        Sequence sequence = new Sequence(
                name("t_id_seq"),
                TypeName.of("integer"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(serial.id(), "id")),
                false);
        Table widened =
                table("t", column("id", "bigint").valued(Optional.of(new ColumnValue.Default(sequence.next()))));

        assertThat(words(Difference.between(holding(serial), holding(widened, sequence))))
                .containsExactly(
                        "separate the sequence of column id of public.t",
                        "change the type of column id of public.t to bigint");
        assertThat(words(Difference.between(holding(widened, sequence), holding(serial))))
                .containsExactly(
                        "change the type of column id of public.t to integer",
                        "join the sequence of column id of public.t");
        assertThat(words(Difference.between(holding(serial), holding(widened, sequence.unowned()))))
                .containsExactly(
                        "separate the sequence of column id of public.t",
                        "change the type of column id of public.t to bigint",
                        "alter sequence public.t_id_seq");
        assertThat(words(Difference.between(holding(widened, sequence.unowned()), holding(serial))))
                .containsExactly(
                        "change the type of column id of public.t to integer",
                        "join the sequence of column id of public.t");
    }

    @Test
    void a_sequence_takes_its_name_before_an_identity_chooses_one() {
        Table numbered = table(
                "t",
                column("id", "integer")
                        .notNull(true)
                        .valued(Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN))));
        Sequence left = new Sequence(
                name("t_id_seq"),
                TypeName.of("integer"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(numbered.id(), "id")),
                false);

        assertThat(words(Difference.between(Database.empty(), holding(numbered, left))))
                .containsExactly(
                        "create sequence public.t_id_seq", "create table public.t", "alter sequence public.t_id_seq");
    }

    @Test
    void an_extension_goes_after_the_columns_of_its_types() {
        Table before = table("books", column("id", "integer"), column("isbn", "public.isbn"));
        Table after = table("books", column("id", "integer"));

        assertThat(words(Difference.between(holding(new Extension("isn", Optional.empty()), before), holding(after))))
                .containsExactly("drop column isbn from public.books", "drop extension isn");
    }

    @Test
    void an_index_that_is_made_again_is_written_with_its_comment() {
        Table books = table("books", column("id", "integer"), column("title", "text"));
        Index byTitle = index("by_title", books, IndexKey.column("title"));
        Index byId = index("by_title", books, IndexKey.column("id"));
        Comment comment = new Comment(byTitle.id(), "", "for readers");
        Database before = holding(books, byTitle, comment);
        Difference difference = Difference.between(before, holding(books, byId, comment));

        assertThat(MigrationText.of(difference.operations(), before, NamingConvention.STANDARD)
                        .statements())
                .contains("changes.drop(index(\"by_title\"))", "\"for readers\"");
    }

    @Test
    void what_holds_something_may_be_the_same_under_another_name() {
        Table t = table("t", column("id", "integer"));
        Sequence one = new Sequence(
                name("one"),
                TypeName.of("bigint"),
                SequenceOptions.PLAIN,
                Optional.of(new Sequence.Owner(t.id(), "id")),
                false);

        assertThat(new Renamings(holding(t, one), holding(t, one.named(name("two")))).candidates())
                .extracting(Renaming::answer)
                .containsExactly("public.one=public.two");
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
    void a_check_of_a_column_comes_when_it_has_its_type() {
        Table before = table("orders", column("id", "integer"), column("price", "integer"));
        Table after = table("orders", column("id", "integer"), column("price", "numeric"))
                .plus(new CheckConstraint("ck_price", new Expression("price > 0")));
        View view = new View(name("prices"), new Query("select o.price from public.orders o"));

        assertThat(words(Difference.between(holding(before, view), holding(after, view))))
                .containsExactly(
                        "change the type of column price of public.orders to numeric, recreating what uses it",
                        "add constraint ck_price to public.orders");
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
    void values_are_added_to_an_enum_where_they_belong_and_a_lost_one_rebuilds_it() {
        EnumType two = new EnumType(name("side"), List.of("BUY", "SELL"));
        EnumType four = new EnumType(name("side"), List.of("HOLD", "BUY", "SHORT", "SELL"));

        assertThat(Difference.between(holding(two), holding(four)).operations())
                .extracting(operation ->
                        operation.statements(holding(two)).get(0).sql().text())
                .containsExactly(
                        "alter type public.side add value 'HOLD' before 'BUY'",
                        "alter type public.side add value 'SHORT' after 'BUY'");
        assertThat(words(Difference.between(holding(four), holding(two))))
                .containsExactly("give enum type public.side the values [BUY, SELL], recreating what uses it");
    }

    @Test
    void texts_that_become_numbers_are_cast_and_numbers_that_become_texts_are_not() {
        Table texts = table("orders", column("id", "integer"), column("price", "text"));
        Table numbers = table("orders", column("id", "integer"), column("price", "numeric(18, 8)"));

        assertThat(Difference.between(holding(texts), holding(numbers))
                        .operations()
                        .get(0)
                        .statements(holding(texts))
                        .get(0)
                        .sql()
                        .text())
                .isEqualTo(
                        "alter table public.orders alter column price type numeric(18, 8) using price::numeric(18, 8)");
        assertThat(Difference.between(holding(numbers), holding(texts))
                        .operations()
                        .get(0)
                        .statements(holding(numbers))
                        .get(0)
                        .sql()
                        .text())
                .isEqualTo("alter table public.orders alter column price type text");
    }

    @Test
    void the_order_of_columns_is_no_difference() {
        Table one = table("orders", column("id", "integer"), column("a", "text"), column("b", "text"));
        Table other = table("orders", column("b", "text"), column("id", "integer"), column("a", "text"));

        assertThat(Difference.between(holding(one), holding(other)).isEmpty()).isTrue();
    }

    @Test
    void chains_of_tables_may_be_long() {
        List<Table> tables = new ArrayList<>(List.of(table("t0", column("id", "integer"), column("other", "integer"))));
        for (int i = 1; i < 3000; i++) {
            Table next = table("t" + i, column("id", "integer"), column("other", "integer"));
            tables.add(referencing(next, "other", "t" + (i - 1)));
        }
        Database all = Database.holding(Database.empty().environment(), tables);

        assertThat(words(Difference.between(Database.empty(), all))).hasSize(3000);
        assertThat(words(Difference.between(all, Database.empty()))).hasSize(3000);
    }

    @Test
    void what_no_operation_can_change_is_an_obstacle_with_the_reason() {
        Table plain = table("orders", column("id", "integer"));
        Table partitioned = plain.with(new dev.varve.model.Partitioning(
                dev.varve.model.Partitioning.Strategy.HASH, List.of(new dev.varve.sql.Expression("id"))));

        Difference difference = Difference.between(holding(plain), holding(partitioned));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.obstacles())
                .extracting(Obstacle::toString)
                .containsExactly(
                        "It is not possible to set the partitioning of table public.orders: PostgreSQL cannot change that of"
                                + " table public.orders.");
    }

    @Test
    void a_computed_column_is_made_again_where_the_server_cannot_compute_it_otherwise() {
        Database old = holding(computing("net * 2"));
        Database other = holding(computing("net * 3"));
        Environment fifteen = new Environment(150000, Map.of());

        assertThat(words(Difference.between(old, other)))
                .containsExactly("compute column gross of public.items as net * 3");
        assertThat(words(Difference.between(old.on(fifteen), other.on(fifteen))))
                .containsExactly("drop column gross from public.items", "add column gross to public.items");
    }

    @Test
    void a_column_changes_its_type_under_one_that_is_computed_from_it() {
        Table old = computing("net * 2");
        Table wider = Table.of(old.name(), List.of(column("net", "bigint"), old.column("gross")));
        View view = new View(name("sums"), new Query("select i.net, i.gross from public.items i"));

        assertThat(words(Difference.between(holding(old, view), holding(wider, view))))
                .containsExactly(
                        "drop view public.sums",
                        "drop column gross from public.items",
                        "change the type of column net of public.items to bigint",
                        "add column gross to public.items",
                        "create view public.sums");
    }

    @Test
    void columns_have_the_type_under_a_domain_while_it_gets_another_one() {
        Domain narrow = Domain.of(name("amount"), TypeName.of("numeric(10, 2)"));
        Domain wide = Domain.of(name("amount"), TypeName.of("numeric(20, 2)"));
        Table table = table("items", column("id", "integer"), column("net", "public.amount"));
        View view = new View(name("sums"), new Query("select i.net from public.items i"));

        Difference difference = Difference.between(holding(narrow, table, view), holding(wide, table, view));

        assertThat(words(difference))
                .containsExactly(
                        "change the type of column net of public.items to numeric, recreating what uses it",
                        "alter domain public.amount",
                        "change the type of column net of public.items to public.amount, recreating what uses it");
        assertThat(difference.operations().get(2).statements(holding(wide, table)))
                .extracting(statement -> statement.sql().text())
                .containsExactly("alter table public.items alter column net type public.amount");
    }

    @Test
    void values_of_an_enum_may_be_called_otherwise_where_they_are_between_the_same_others() {
        EnumType old = new EnumType(name("side"), List.of("BUY", "SELL", "HOLD"));
        EnumType now = new EnumType(name("side"), List.of("BID", "SELL", "WAIT", "SHORT"));

        List<Renaming> candidates = new Renamings(holding(old), holding(now)).candidates();

        assertThat(candidates)
                .extracting(Renaming::answer)
                .containsExactly("public.side.BUY=BID", "public.side.HOLD=WAIT", "public.side.HOLD=SHORT");
        assertThat(candidates.get(0).operations()).containsExactly(new RenameEnumValue(old.id(), "BUY", "BID"));
    }

    @Test
    void a_view_that_may_say_the_old_name_goes_before_the_rename() {
        View view = new View(name("sizes"), new Query("select o.size from public.orders o"));
        View other = new View(name("sums"), new Query("select sum(s.size) as all from public.sizes s"));
        Database old = holding(table("orders", column("id", "integer"), column("size", "integer")), view, other);

        assertThat(new Renaming(Table.id(name("orders")), "size", "amount").operations(old))
                .extracting(Operation::description)
                .containsExactly(
                        "drop view public.sums",
                        "drop view public.sizes",
                        "rename column size of public.orders to amount");
    }

    @Test
    void who_has_the_name_of_a_sequence_comes_before_whom_it_would_be_for() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(
                dev.varve.dsl.Postgres.table("later")
                        .column("id", integer().serial().sequence("early_id_seq")),
                dev.varve.dsl.Postgres.table("early").column("id", integer().serial()));
        Database now = Database.empty();
        for (Operation operation : changes.operations()) {
            now = operation.after(now);
        }

        assertThat(Difference.between(Database.empty(), now).operations())
                .extracting(Operation::description)
                .containsExactly("create table public.later", "create table public.early");
    }

    @Test
    void schemas_and_names_may_have_points() {
        Table old = Table.of(QualifiedName.of("a.b", "c.d"), List.of(column("id", "integer")));
        Table now = Table.of(QualifiedName.of("a.b", "e.f"), List.of(column("id", "integer")));
        Table moved = Table.of(QualifiedName.of("g.h", "c.d"), List.of(column("id", "integer")));

        assertThat(new Renamings(holding(old), holding(now)).candidates())
                .singleElement()
                .satisfies(rename -> assertThat(rename.isSaidBy("a.b.c.d=e.f")).isTrue())
                .satisfies(
                        rename -> assertThat(rename.operations()).containsExactly(new RenameObject(old.id(), "e.f")));
        assertThat(new Renamings(holding(old), holding(moved)).candidates())
                .singleElement()
                .satisfies(rename -> assertThat(rename.operations()).containsExactly(new SetSchema(old.id(), "g.h")));
    }

    @Test
    void somebody_may_say_that_what_is_unlike_is_the_same() {
        Database old = holding(table("orders", column("id", "integer"), column("size", "integer")));
        Database now = holding(table("orders", column("id", "integer"), column("amount", "bigint")));

        assertThat(new Renamings(old, now).candidates()).isEmpty();
        assertThat(new Renamings(old, now).possible())
                .extracting(Renaming::answer)
                .containsExactly("public.orders.size=amount");
    }

    @Test
    void what_stands_in_the_way_of_nothing_but_a_text_changes_for_certain() {
        EnumType two = new EnumType(name("side"), List.of("BUY", "SELL"));
        EnumType one = new EnumType(name("side"), List.of("SELL"));

        Difference difference = Difference.betweenDeclared(
                holding(two, defaulting("lower('BUY')::public.side")),
                holding(one, defaulting("lower('SELL')::public.side")));

        assertThat(difference.operations()).hasSize(2);
        assertThat(difference.doubtful())
                .extracting(Operation::description)
                .noneMatch(words -> words.startsWith("give enum"));
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
    void two_words_are_not_the_same_value_of_an_enum() {
        EnumType side = new EnumType(name("side"), List.of("BUY", "SELL"));

        assertThat(Difference.betweenDeclared(holding(side, defaulting("'BUY'")), holding(side, defaulting("'SELL'")))
                        .doubtful())
                .isEmpty();
        assertThat(Difference.betweenDeclared(holding(side, defaulting("'BUY'")), holding(side, defaulting(" 'BUY' ")))
                        .operations())
                .isEmpty();
    }

    private static Table defaulting(String expression) {
        ColumnValue value = new ColumnValue.Default(new Expression(expression));
        return Table.of(name("orders"), List.of(column("side", "public.side").valued(Optional.of(value))));
    }

    private static Table computing(String expression) {
        ColumnValue computed = new ColumnValue.Generated(new Expression(expression), false);
        return Table.of(
                name("items"),
                List.of(column("net", "integer"), column("gross", "integer").valued(Optional.of(computed))));
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

    private static Database inheriting(Inheritance inheritance, Column... own) {
        return holding(
                        Table.of(name("places"), List.of(column("id", "integer"), column("city", "text"))),
                        Table.of(name("areas"), List.of(column("area", "integer"))))
                .plus(Table.of(name("ports"), List.of(own)).with(inheritance));
    }

    private static Inheritance from(String... parents) {
        return Inheritance.from(
                Arrays.stream(parents).map(parent -> Table.id(name(parent))).toList());
    }

    @Test
    void an_heir_has_by_itself_too_what_it_inherits_again() {
        Database given = inheriting(from("areas", "places"));
        Database own = inheriting(from("areas", "places"), column("id", "integer"), column("city", "text"));

        assertThat(words(Difference.between(given, own)))
                .containsExactly(
                        "let public.ports not inherit from public.places",
                        "let public.ports inherit from public.places");
        assertThat(Difference.between(own, own).operations()).isEmpty();
    }

    @Test
    void an_heir_does_not_cease_to_have_something_by_itself() {
        Database given = inheriting(from("places"));
        Database own = inheriting(from("places"), column("city", "text"));

        assertThat(Difference.between(own, given).obstacles())
                .hasToString(
                        "[It is not possible to set the inheritance of table public.ports: The table public.ports has [city] by itself,"
                                + " too, and is to have it from [table public.places] alone, which PostgreSQL does only when it creates a"
                                + " table. Declare it in the table, too, or drop the table and create it again.]");
        assertThat(Difference.between(given, own).obstacles())
                .hasToString(
                        "[It is not possible to set the inheritance of table public.ports: The table public.ports cannot have by"
                                + " itself, too, only some of what it has from [table public.places] alone. Let it inherit no more and"
                                + " inherit again, which makes all of it its own.]");
    }
}
