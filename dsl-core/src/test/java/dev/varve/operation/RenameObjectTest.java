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
import static dev.varve.testing.Trading.rowTrigger;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Argument;
import dev.varve.model.EnumType;
import dev.varve.model.Extension;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
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
import org.junit.jupiter.api.Test;

class RenameObjectTest {

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new RenameObject(object.id(), "New \"name\""));
    }

    private static final View OPEN =
            view("open_orders", "select o.id, o.price from trading.orders o where o.status = 'NEW'");
    private static final Sequence TICKETS = sequence("zz_tickets");

    @Test
    void a_table_with_all_that_it_owns_and_what_references_it() {
        Table zorders = table("zz_orders", column("id", "bigint"), column("parent", "bigint"), column("note", "text"))
                .plus(primaryKey("pk", "id"))
                .plus(foreignKey("fk_self", "parent", table("zz_orders"), "id"))
                .plus(check("ck", "note <> 'x'"));
        Index index = index("ix", zorders, keyOf("lower(note)"));
        Trigger trigger = rowTrigger("touch", zorders, Trigger.Timing.BEFORE, Trigger.Event.UPDATE);
        laws(zorders)
                .given(
                        SCHEMA,
                        TOUCH,
                        zorders,
                        index,
                        trigger,
                        comment(zorders, "t"),
                        comment(zorders, "note", "c"),
                        comment(index, "i"),
                        comment(trigger, "g"),
                        table("fills", column("order_id", "bigint")).plus(foreignKey("fk", "order_id", zorders, "id")),
                        view("open", "select o.id from trading.zz_orders o where o.note = 'NEW'"),
                        function("rows", "setof trading.zz_orders", "select null::bigint, null::bigint, null::text"))
                .hold();
    }

    @Test
    void a_table_with_a_hostile_name() {
        OperationLaws.of(new RenameObject(table("Zz \"odd\" name").id(), "select"))
                .given(
                        SCHEMA,
                        table("Zz \"odd\" name", column("a", "text")),
                        view("v", "select o.a from trading.\"Zz \"\"odd\"\" name\" o"))
                .hold();
    }

    @Test
    void an_enum_that_columns_defaults_checks_functions_and_indexes_use() {
        EnumType side = new EnumType(name("zz_side"), List.of("BUY", "SELL"));
        Function opposite = function(
                "opposite",
                "trading.zz_side",
                "select $1",
                new Argument(
                        "s", TypeName.of("trading.zz_side"), Optional.of(new Expression("'BUY'::trading.zz_side"))));
        Table table = table(
                        "t",
                        defaulted("side", "trading.zz_side", "'BUY'"),
                        defaulted("sides", "trading.zz_side[]", "array['BUY']::trading.zz_side[]"))
                .plus(check("ck", "side in ('BUY', 'SELL') and side <> 'SELL'::trading.zz_side"));
        Index index = new Index(
                name("ix"),
                table.id(),
                false,
                "btree",
                List.of(IndexKey.column("side")),
                List.of(),
                Optional.of(new Expression("side = 'BUY'::trading.zz_side")));
        laws(side)
                .given(
                        SCHEMA,
                        side,
                        opposite,
                        table,
                        index,
                        comment(side, "c"),
                        comment(opposite, "f"),
                        view("v", "select t.side from trading.t where t.side = 'BUY'::trading.zz_side"))
                .hold();
    }

    @Test
    void a_function_that_defaults_checks_indexes_triggers_and_views_call() {
        Function lot = new Function(
                name("zz_lot"),
                List.of(argument("a", "integer")),
                "integer",
                "sql",
                Volatility.IMMUTABLE,
                false,
                "select 1");
        Table table = table(
                        "t",
                        defaulted("a", "integer", "trading.zz_lot(1)"),
                        generated("b", "integer", "trading.zz_lot(a)"))
                .plus(check("ck", "trading.zz_lot(a) > 0"));
        Index index = index("ix", table, keyOf("trading.zz_lot(a)"));
        Trigger trigger = new Trigger(
                "t",
                table.id(),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.INSERT),
                List.of(),
                true,
                Optional.of(new Expression("trading.zz_lot(new.a) > 0")),
                TOUCH.id(),
                List.of());
        laws(lot)
                .given(
                        SCHEMA,
                        lot,
                        TOUCH,
                        table,
                        index,
                        trigger,
                        view("v", "select trading.zz_lot(1) as x"),
                        comment(lot, "c"))
                .hold();
        Function touch = new Function(
                name("zz_touch"), List.of(), "trigger", "plpgsql", Volatility.VOLATILE, false, "begin return new; end");
        Trigger touching = new Trigger(
                "t",
                table("u").id(),
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.INSERT),
                List.of(),
                true,
                Optional.empty(),
                touch.id(),
                List.of());
        laws(touch)
                .given(SCHEMA, touch, table("u", column("a", "integer")), touching, comment(touching, "c"))
                .hold();
    }

    @Test
    void a_sequence_that_defaults_use() {
        laws(TICKETS)
                .given(
                        SCHEMA,
                        TICKETS,
                        table(
                                "t",
                                defaulted("a", "bigint", "nextval('trading.zz_tickets')"),
                                defaulted("b", "bigint", "nextval('trading.zz_tickets'::regclass)")),
                        comment(TICKETS, "c"))
                .hold();
    }

    @Test
    void an_index_with_a_comment() {
        Index index = index("zz_index", ORDERS, IndexKey.column("note"));
        laws(index)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, index, comment(index, "c"))
                .hold();
    }

    @Test
    void a_view_that_a_view_uses_and_a_materialized_view() {
        View below = view("zz_below", "select o.id from trading.orders o");
        Trigger instead = new Trigger(
                "instead",
                below.id(),
                Trigger.Timing.INSTEAD_OF,
                Set.of(Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        laws(below)
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        TOUCH,
                        below,
                        instead,
                        view("above", "select b.id from trading.zz_below b"),
                        comment(below, "c"),
                        comment(below, "id", "d"),
                        comment(instead, "e"))
                .hold();
        MaterializedView exposure = materializedView("zz_exposure", "select o.side from trading.orders o");
        Index index = new Index(
                name("ux"),
                exposure.id(),
                true,
                "btree",
                List.of(IndexKey.column("side")),
                List.of(),
                Optional.empty());
        laws(exposure)
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        exposure,
                        index,
                        comment(exposure, "side", "c"),
                        comment(index, "i"),
                        view("above", "select b.side from trading.zz_exposure b"))
                .hold();
    }

    @Test
    void a_schema_with_everything_inside() {
        laws(SCHEMA)
                .given(
                        new Schema("archive"),
                        SCHEMA,
                        SIDE,
                        TICKETS,
                        INSTRUMENTS,
                        ORDERS,
                        ORDERS_BY_TIME,
                        TOUCH,
                        TOUCH_ORDERS,
                        OPEN,
                        view("above", "select b.id from trading.open_orders b"))
                .given(
                        comment(SCHEMA, "s"),
                        comment(SIDE, "e"),
                        comment(ORDERS, "t"),
                        comment(ORDERS, "note", "c"),
                        comment(ORDERS_BY_TIME, "i"),
                        comment(TOUCH, "f"),
                        comment(TOUCH_ORDERS, "g"),
                        comment(OPEN, "v"))
                .given(
                        new Function(
                                name("lot"),
                                List.of(argument("a", "trading.side[]"), argument("b", "trading.instruments")),
                                "setof trading.orders",
                                "plpgsql",
                                Volatility.STABLE,
                                false,
                                "begin return; end"),
                        new Function(
                                name("rows"),
                                List.of(),
                                "table(x trading.side, y numeric)",
                                "plpgsql",
                                Volatility.VOLATILE,
                                false,
                                "begin return; end"),
                        table(
                                        "t",
                                        defaulted("a", "bigint", "nextval('trading.zz_tickets')"),
                                        defaulted("s", "trading.side", "'BUY'::trading.side"))
                                .plus(check("ck", "s = 'BUY'::trading.side")),
                        materializedView("exposure", "select o.side from trading.orders o"),
                        Table.of(
                                        QualifiedName.of("archive", "old"),
                                        List.of(column("s", "trading.side"), column("i", "bigint")))
                                .plus(foreignKey("fk", "i", INSTRUMENTS, "id")))
                .hold();
    }

    @Test
    void a_schema_with_an_extension_inside() {
        Extension citext = new Extension("citext", Optional.of("trading"));
        laws(SCHEMA)
                .given(SCHEMA, citext, table("t", column("a", "trading.citext")))
                .needing("citext")
                .hold();
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        OperationLaws.of(new RenameObject(ORDERS.id(), "instruments"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The table trading.instruments already exists.");
        OperationLaws.of(new RenameObject(SCHEMA.id(), "archive"))
                .given(SCHEMA, new Schema("archive"))
                .areRefusedWith("The schema archive already exists.");
    }

    @Test
    void a_view_that_calls_the_table_by_its_name_alone_is_refused() {
        OperationLaws.of(new RenameObject(ORDERS.id(), "purchases"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, view("v", "select orders.id from trading.orders"))
                .areRefusedBeforehandWith(
                        "The view trading.v calls trading.orders just \"orders\" in its query, which cannot be followed for certain."
                                + " Drop the view before the rename and create it again after it, in the same revision.");
    }

    @Test
    void a_table_whose_identity_keeps_its_sequence() {
        Table counted = table("zz_counted", identity("id", "bigint", true), column("note", "text"));
        OperationLaws.of(new RenameObject(counted.id(), "fresh"))
                .given(SCHEMA, counted)
                .hold();
        OperationLaws.of(new DropObject(table("fresh").id()))
                .given(SCHEMA, counted)
                .given(new RenameObject(counted.id(), "fresh"))
                .before(18) // from then on the rename leaves a constraint for not null with its old name, too
                .hold();
    }

    @Test
    void another_table_takes_the_old_name_beside_the_sequence_that_kept_it() {
        Table counted = table("zz_counted", identity("id", "bigint", true), defaulted("lots", "integer", "7 + 1"));
        OperationLaws.of(new CreateObject(counted))
                .given(SCHEMA, counted)
                .given(new RenameObject(counted.id(), "zz_fresh"))
                .hold();
    }
}
