package dev.varve.jooq.everything;

import static dev.varve.dsl.Postgres.aggregate;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** Views, whose columns nobody declares, and routines. */
@Revision(id = "0002", database = "shop", dependsOn = CreateShop.class)
public final class CreateQueries implements Migration {

    @Override
    public void define(Changes changes) {
        routines(changes);
        changes.create(view("open_orders").inSchema("shop").as("""
                select o.id, o.price, o.side, a.owner as who, o.note::varchar(10), shop.doubled(o.quantity),
                    o.quantity * 2.5 as more, coalesce(o.quantity, o.filled) as rest
                from shop.orders o join shop.accounts a on a.id = o.account_id where o.filled < o.quantity"""));
        changes.comment(view("open_orders").inSchema("shop"), "What is not done");
        changes.create(view("first_orders").inSchema("shop").as("select id, who from shop.open_orders where id < 10"));
        changes.create(materializedView("volume").inSchema("shop").as("""
                select side, count(*) as orders, sum(quantity) as total, max(quantity), min(venue) as first_venue,
                    max(placed_at) as newest, sum(id) as ids
                from shop.orders group by side""").index("side"));
        changes.create(view("sums").inSchema("shop").as("""
                select max(price) as a, sum(price) as b, max(venue) as c, max(side) as d, max(sides) as e, sum(account_id) as f,
                    count(distinct venue) as g, max(quantity) - min(filled) as h, max(h.o) as i, min(h.s) as j, min(h.i) as k
                from shop.orders o join shop.kinds h on h.a = o.id"""));
        changes.create(view("rows").inSchema("shop").as("""
                select price * 2 as a, coalesce(venue, 'x') as b, coalesce(price, price) as c, id + 1 as d, id * account_id as e,
                    account_id + quantity as f, 1 as g, 2.5 as h, 'x' as i, true as j, lower(note) as k, upper(venue) as l,
                    row_number() over (order by id) as m, now() as n, current_date as o, price::numeric(10, 2) as p,
                    note::varchar(5) as q, shop.doubled(note) as r, shop.scaled(id, 2) as s, shop.doubled(price) as t,
                    'BUY'::shop.side as u, quantity / 3 as v, 3000000000 as w, coalesce(quantity, 0) as x, id::text
                from shop.orders"""));
        combined(changes);
    }

    private static void combined(Changes changes) {
        changes.create(view("names").inSchema("shop").as("""
                select price * 2, lower(o.note), trim(note), trim(leading 'x' from note), count(*) over (), 1::integer, 'BUY'::shop.side,
                    case when id > 1 then 'x' end, case when id > 1 then 1 else id end, (select max(quantity) from shop.orders),
                    exists (select 1), coalesce(venue, note), current_date, (quantity), array_agg(o.quantity) filter (where id > 1)
                        over (), note::varchar(10)::text as cast, upper(note)::varchar(3), greatest(id, account_id),
                    nullif(note, 'x')
                from shop.orders o"""));
        changes.create(view("united").inSchema("shop").as("""
                select id as a, venue as b, price as c, quantity as d, 'x' as e, note as f, null as g, venue as h, 1 as i, side as j
                from shop.orders
                union all select 2, 'XNAS', 3, quantity, 'y', venue, note, venue, 3000000000, 'BUY' from shop.orders
                union (select account_id, venue, quantity, filled, 'z', 'z', 'z', 'z', 1, side from shop.orders
                    except select 1, 'x', 1, 1, 'x', 'x', 'x', 'x', 1, 'BUY')"""));
        changes.create(view("nested").inSchema("shop").as("""
                with w as (select side, sum(quantity) as total from shop.orders group by side),
                    v (kind, most) as (select side, max(total) from w group by side)
                select v.kind, v.most, (select count(*) from w) as sides, x.first, x.second
                from v, (select id as first, venue as second from shop.orders) x"""));
        changes.create(view("alone").inSchema("shop").as("""
                with w as (select id, quantity from shop.orders) select id, quantity + 1 as more, w.quantity from w"""));
        changes.create(view("computed").inSchema("shop").as("""
                select case o.side when 'BUY' then o.quantity else o.filled end as a, case when id > 1 then 'x' else 'y' end as b,
                    case when id > 1 then venue else 'y' end as c, case when id > 1 then price else quantity end as d,
                    case when id > 1 then 1 else 2.5 end as e, o.id > 3 and note is null as f, greatest(id, account_id) as g,
                    note || 'x' as h, note || venue as i, k.b + k.c as j, k.b + 1 as k, k.a + k.b as l, -price as m, abs(o.id) as n,
                    lag(quantity) over (order by id) as o, first_value(venue) over (order by id) as p, length(note) as q,
                    replace(note, 'a', 'b') as r, substring(note from 1 for 2) as s, trim(venue) as t, id % 2 as u,
                    array_agg(id) over () as v, avg(quantity) over () as w, avg(k.b) over () as x, bool_and(id > 2) over () as y,
                    exists (select 1) as z, coalesce(k.h, placed_at) as za, note in ('a') as zb, coalesce(price, 1) as zc,
                    least(k.b, k.c) as zd, coalesce(id, k.b) as ze, coalesce(note, 'x', venue) as zf,
                    nullif(quantity, 0) as zg, nullif(venue, 'x') as zh, nullif(id, 1) as zi, nullif(price, 1) as zj, left(note, 2) as zk
                from shop.orders o join shop.kinds k on k.a = o.id"""));
    }

    private static void routines(Changes changes) {
        changes.create(function("doubled")
                .inSchema("shop")
                .argument("amount", numeric())
                .returns(numeric())
                .language("sql")
                .body("select amount * 2"));
        changes.create(function("doubled")
                .inSchema("shop")
                .argument("word", text())
                .returns(text())
                .language("sql")
                .body("select word || word"));
        changes.create(function("scaled")
                .inSchema("shop")
                .argument("amount", integer())
                .argument("factor", integer(), 10)
                .returns(integer())
                .language("sql")
                .body("select amount * factor"));
        changes.create(function("split")
                .inSchema("shop")
                .argument("amount", integer())
                .inout("rest", integer())
                .out("half", integer())
                .body("begin half := amount / 2; end"));
        changes.create(function("prices")
                .inSchema("shop")
                .argument("words", arrayOf(text()))
                .returnsColumn("id", integer())
                .returnsColumn("price", numeric())
                .language("sql")
                .body("select 1, 2.0"));
        changes.create(
                procedure("clean").inSchema("shop").argument("age", integer()).body("begin commit; end"));
        changes.create(function("added")
                .inSchema("shop")
                .argument("state", integer())
                .argument("next", integer())
                .returns(integer())
                .language("sql")
                .body("select state + next"));
        changes.create(aggregate("total")
                .inSchema("shop")
                .argument("value", integer())
                .step("shop", "added", integer())
                .initially("0"));
    }
}
