package dev.varve.reference;

import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;

final class Functions implements ReferencePage {

    private static final FunctionSpec TOTAL = function("total").inSchema("shop").argument("customer", integer());

    @Override
    public String title() {
        return "Functions";
    }

    @Override
    public String introduction() {
        return "A function is known by its name and the types of the arguments that a call gives, so that several can share a name. PostgreSQL"
                + " looks into a `body` only when it runs; what `atomic` and `computes` say it reads at once, follows what is renamed in"
                + " it, and lets nothing vanish that it names.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(
                schema("shop"),
                schema("archive"),
                enumType("mood").inSchema("shop").values("calm", "wild"),
                table("sales")
                        .inSchema("shop")
                        .column("id", integer().primaryKey())
                        .column("buyer", integer())
                        .column("price", numeric()));
    }

    @Snippet("Create a function")
    void create(Changes changes) {
        changes.create(function("doubled")
                .inSchema("shop")
                .argument("amount", numeric())
                .returns(numeric())
                .immutable()
                .strict()
                .parallelSafe()
                .body("begin return amount * 2; end"));
    }

    @Snippet("Give arguments defaults")
    void defaults(Changes changes) {
        changes.create(function("scaled")
                .inSchema("shop")
                .argument("amount", integer())
                .argument("factor", integer(), 10)
                .argument("moment", text(), sql("current_date::text"))
                .returns(integer())
                .language("sql")
                .body("select amount * factor"));
    }

    @Snippet("Find names as those who call it do")
    void unchecked(Changes changes) {
        changes.create(function("rows_of_caller")
                .inSchema("shop")
                .returns(bigint())
                .language("sql")
                .body("select count(*) from whatever_the_caller_means")
                .unchecked());
    }

    @Snippet(value = "Give one name to several functions", after = "create")
    void overload(Changes changes) {
        changes.create(function("doubled")
                .inSchema("shop")
                .argument("word", text())
                .returns(text())
                .language("sql")
                .body("select word || word"));
    }

    @Snippet("Give several values")
    void out(Changes changes) {
        changes.create(function("split")
                .inSchema("shop")
                .argument("amount", integer())
                .inout("rest", integer())
                .out("half", integer())
                .body("begin half := amount / 2; end"));
    }

    @Snippet("Give one value by an argument")
    void outAlone(Changes changes) {
        changes.create(function("halved")
                .inSchema("shop")
                .argument("amount", integer())
                .out("half", integer())
                .body("begin half := amount / 2; end"));
    }

    @Snippet("Take any number of values")
    void variadic(Changes changes) {
        changes.create(function("longest")
                .inSchema("shop")
                .variadic("words", text())
                .returns(text())
                .language("sql")
                .body("select w from unnest(words) w order by length(w) desc limit 1"));
    }

    @Snippet("Take any number of values of whatever type")
    void variadicOfAnyType(Changes changes) {
        changes.create(function("least_of")
                .inSchema("shop")
                .variadic("", typed("anyarray", Object.class))
                .returns("anyelement")
                .language("sql")
                .body("select min($1[i]) from generate_subscripts($1, 1) i"));
    }

    @Snippet("Give rows")
    void rows(Changes changes) {
        changes.create(
                function("prices")
                        .inSchema("shop")
                        .returnsColumn("id", integer())
                        .returnsColumn("price", numeric())
                        .stable()
                        .rows(20)
                        .cost(2.5)
                        .language("sql")
                        .body("select s.id, s.price from shop.sales s"),
                function("ids")
                        .inSchema("shop")
                        .returnsSetOf(integer())
                        .stable()
                        .language("sql")
                        .body("select s.id from shop.sales s"));
    }

    @Snippet("Let PostgreSQL read the body at once")
    void atomic(Changes changes) {
        changes.create(function("total")
                .inSchema("shop")
                .argument("customer", integer())
                .returns(numeric())
                .stable()
                .atomic("select sum(s.price) from shop.sales s where s.buyer = customer"));
    }

    @Snippet("Compute a value of an expression that PostgreSQL reads at once")
    void computes(Changes changes) {
        changes.create(function("mood_of")
                .inSchema("shop")
                .argument("amount", numeric())
                .returns("shop.mood")
                .immutable()
                .computes(sql("case when amount > 10 then 'wild'::shop.mood else 'calm'::shop.mood end")));
    }

    @Snippet("Write several statements that PostgreSQL reads at once")
    void statements(Changes changes) {
        changes.create(function("sell")
                .inSchema("shop")
                .argument("customer", integer())
                .returns(bigint())
                .atomic("""
                        insert into shop.sales (id, buyer) values (1, customer);
                        select count(*) from shop.sales"""));
    }

    @Snippet("Run with the rights of the owner, and with parameters of its own")
    void securityDefiner(Changes changes) {
        changes.create(function("look")
                .inSchema("shop")
                .securityDefiner()
                .setting("search_path", "shop, pg_temp")
                .setting("work_mem", "64MB")
                .parallelRestricted()
                .body("begin perform 1 from sales; end"));
    }

    @Snippet("Say what only a superuser may")
    void superuser(Changes changes) {
        changes.create(
                function("same")
                        .inSchema("shop")
                        .argument("items", arrayOf(integer()))
                        .returnsSetOf(integer())
                        .language("internal")
                        .immutable()
                        .strict()
                        .leakproof()
                        .support("pg_catalog", "array_unnest_support")
                        .body("array_unnest"),
                function("place")
                        .inSchema("shop")
                        .returns(bigint())
                        .language("internal")
                        .window()
                        .immutable()
                        .body("window_row_number"));
    }

    @Snippet(value = "Change what it depends on", after = "create")
    void volatility(Changes changes) {
        changes.alter(function("doubled").inSchema("shop").argument("amount", numeric()))
                .unstable()
                .stable()
                .immutable();
    }

    @Snippet(value = "Change how it treats null", after = "create")
    void strictness(Changes changes) {
        changes.alter(function("doubled").inSchema("shop").argument("amount", numeric()))
                .calledOnNull()
                .strict();
    }

    @Snippet(value = "Change where it runs", after = "create")
    void parallel(Changes changes) {
        changes.alter(function("doubled").inSchema("shop").argument("amount", numeric()))
                .parallelUnsafe()
                .parallelRestricted()
                .parallelSafe();
    }

    @Snippet(value = "Change what the planner thinks of it", after = "rows")
    void estimate(Changes changes) {
        changes.alter(function("prices").inSchema("shop")).cost(50).rows(1000);
    }

    @Snippet(value = "Change what only a superuser may", after = "rows")
    void alterSuperuser(Changes changes) {
        changes.alter(function("prices").inSchema("shop")).leakproof().notLeakproof();
        changes.alter(function("ids").inSchema("shop")).support("pg_catalog", "array_unnest_support");
    }

    @Snippet(value = "Change the rights and the parameters with which it runs", after = "create")
    void rights(Changes changes) {
        changes.alter(function("doubled").inSchema("shop").argument("amount", numeric()))
                .securityDefiner()
                .setting("work_mem", "32MB")
                .setting("work_mem", "64MB")
                .resetting("work_mem")
                .securityInvoker();
    }

    @Snippet(value = "Set parameters in an order of their own", after = "create")
    void orderOfSettings(Changes changes) {
        changes.create(function("look")
                .inSchema("shop")
                .setting("work_mem", "64MB")
                .securityDefiner()
                .setting("lock_timeout", "1s")
                .body("begin perform 1; end"));
        changes.alter(function("look").inSchema("shop"))
                .setting("search_path", "shop, pg_temp")
                .resetting("work_mem")
                .setting("work_mem", "32MB");
    }

    @Snippet(value = "Put another body in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(function("doubled")
                .inSchema("shop")
                .argument("amount", numeric())
                .returns(numeric())
                .immutable()
                .computes(sql("amount + amount")));
    }

    @Snippet(value = "Give something else", after = "create")
    void recreate(Changes changes) {
        changes.replace(function("doubled")
                .inSchema("shop")
                .argument("number", numeric())
                .returns(text())
                .body("begin return number * 2; end"));
    }

    @Snippet(value = "Rename, with the calls that PostgreSQL has read", after = "atomic")
    void rename(Changes changes) {
        changes.create(function("twice")
                .inSchema("shop")
                .argument("customer", integer())
                .returns(numeric())
                .atomic("select 2 * shop.total(customer)"));
        changes.rename(TOTAL, "sum_of");
    }

    @Snippet(value = "Rename what it uses", after = "computes")
    void renameType(Changes changes) {
        changes.rename(enumType("mood").inSchema("shop"), "temper");
    }

    @Snippet(value = "Rename the table that it reads", after = "atomic")
    void renameTable(Changes changes) {
        changes.rename(table("sales").inSchema("shop"), "orders");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(function("doubled").inSchema("shop").argument("amount", numeric()), "archive");
    }

    @Snippet(value = "Comment", after = "variadic")
    void comment(Changes changes) {
        changes.comment(function("longest").inSchema("shop").variadic("words", text()), "The longest of some words");
    }

    @Snippet(value = "Drop", after = "out")
    void drop(Changes changes) {
        changes.drop(
                function("split").inSchema("shop").argument("amount", integer()).inout("rest", integer()));
    }
}
