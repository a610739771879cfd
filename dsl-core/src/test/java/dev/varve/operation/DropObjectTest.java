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
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.keyOf;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Extension;
import dev.varve.model.Function;
import dev.varve.model.Grantable;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.OperatorDefinition;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DropObjectTest {

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new DropObject(object.id()));
    }

    @Test
    void what_is_lost_is_said() {
        Database before = Database.empty().plus(SCHEMA).plus(INSTRUMENTS).plus(sequence("tickets"));
        assertThat(new DropObject(INSTRUMENTS.id()).reversal(before).lost())
                .containsExactly("the rows of trading.instruments");
        assertThat(new DropObject(Sequence.id(name("tickets"))).reversal(before).lost())
                .containsExactly("the position of sequence trading.tickets");
    }

    @Test
    void what_comes_back_has_no_privileges_that_are_given_by_default_meanwhile() {
        Table notes = table("notes", column("id", "integer"), column("text", "text"));
        OperationLaws.of(new DropObject(notes.id()))
                .given(new CreateRole("varve_clerks"))
                .given(SCHEMA, notes)
                .given(new SetDefaultPrivileges(new DefaultPrivileges(
                        Optional.empty(),
                        Optional.of(SCHEMA.name()),
                        Grantable.TABLE,
                        "varve_clerks",
                        new TreeMap<>(Map.of("SELECT", false)))))
                .hold();
    }

    @Test
    void a_table_with_all_that_it_owns() {
        Index odd = index("Odd \"index\"", ORDERS, keyOf("lower(note)"));
        laws(ORDERS)
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        ORDERS_BY_TIME,
                        odd,
                        TOUCH,
                        TOUCH_ORDERS,
                        comment(ORDERS, "what was ordered"),
                        comment(ORDERS, "note", "free text"),
                        comment(ORDERS_BY_TIME, "newest first"),
                        comment(TOUCH_ORDERS, "touches"))
                .hold();
    }

    @Test
    void a_table_that_references_itself() {
        Table tree = table("tree", column("id", "bigint"), column("parent", "bigint"))
                .plus(primaryKey("pk_tree", "id"))
                .plus(foreignKey("fk", "parent", table("tree"), "id"));
        laws(tree).given(SCHEMA, tree).hold();
    }

    @Test
    void a_view_with_a_trigger_and_comments() {
        View open = view("open_orders", "select id, price from trading.orders");
        Trigger instead = new Trigger(
                "instead",
                open.id(),
                Trigger.Timing.INSTEAD_OF,
                Set.of(Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        laws(open)
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        TOUCH,
                        open,
                        instead,
                        comment(open, "open"),
                        comment(open, "price", "the price"),
                        comment(instead, "instead"))
                .hold();
    }

    @Test
    void a_materialized_view_with_an_index_and_comments() {
        MaterializedView exposure =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        Index index = new Index(
                name("ux_exposure"),
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
                        comment(index, "for refreshing"),
                        comment(exposure, "total", "the total"))
                .hold();
    }

    @Test
    void the_smaller_things() {
        laws(ORDERS_BY_TIME)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME, comment(ORDERS_BY_TIME, "c"))
                .hold();
        laws(TOUCH_ORDERS)
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS, comment(TOUCH_ORDERS, "c"))
                .hold();
        laws(comment(ORDERS, "note", "c"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, comment(ORDERS, "note", "c"))
                .hold();
        laws(TOUCH).given(SCHEMA, TOUCH, comment(TOUCH, "c")).hold();
        laws(sequence("tickets"))
                .given(SCHEMA, sequence("tickets"), comment(sequence("tickets"), "c"))
                .hold();
        laws(SIDE).given(SCHEMA, SIDE, comment(SIDE, "c")).hold();
        laws(SCHEMA).given(SCHEMA, comment(SCHEMA, "c")).hold();
        laws(function("f", "integer", "select 1", argument("a", "trading.side[]")))
                .given(SCHEMA, SIDE, function("f", "integer", "select 1", argument("a", "trading.side[]")))
                .hold();
    }

    @Test
    void an_extension() {
        Extension citext = new Extension("citext", Optional.of("trading"));
        laws(citext).given(SCHEMA, citext).needing("citext").hold();
    }

    private static String used(String what, String by) {
        return "The " + what + " is used by " + by
                + ". Change or drop what uses it first, in the same revision or an earlier one.";
    }

    @Test
    void what_others_use_is_refused() {
        SchemaObject[] all = {
            SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS, view("open_orders", "select id from trading.orders")
        };
        laws(SCHEMA).given(SCHEMA, SIDE).areRefusedWith(used("schema trading", "enum type trading.side"));
        laws(SIDE).given(all).areRefusedWith(used("enum type trading.side", "table trading.orders"));
        laws(INSTRUMENTS).given(all).areRefusedWith(used("table trading.instruments", "table trading.orders"));
        laws(ORDERS).given(all).areRefusedWith(used("table trading.orders", "view trading.open_orders"));
        laws(TOUCH).given(all).areRefusedWith(used("function trading.touch()", "trigger trading.orders.touch_orders"));
        laws(sequence("tickets"))
                .given(SCHEMA, sequence("tickets"), table("t", defaulted("a", "bigint", "nextval('trading.tickets')")))
                .areRefusedWith(used("sequence trading.tickets", "table trading.t"));
        Function lot = function("lot", "integer", "select 1");
        laws(lot)
                .given(SCHEMA, lot, table("t", column("a", "bigint")).plus(check("ck", "a > trading.lot()")))
                .areRefusedWith(used("function trading.lot()", "table trading.t"));
        laws(lot)
                .given(SCHEMA, lot, view("v", "select trading.lot() as a"))
                .areRefusedWith(used("function trading.lot()", "view trading.v"));
        OperatorDefinition same = OperatorDefinition.of(
                QualifiedName.of("trading", "==="),
                Optional.of(TypeName.of("bigint")),
                TypeName.of("bigint"),
                QualifiedName.of("pg_catalog", "int8eq"));
        laws(same)
                .given(SCHEMA, same, table("t", column("a", "bigint")).plus(check("ck", "a operator(trading.===) 1")))
                .areRefusedWith(used("operator trading.===(bigint, bigint)", "table trading.t"));
    }
}
