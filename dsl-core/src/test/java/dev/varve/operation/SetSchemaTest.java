package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.function;
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

import dev.varve.model.ColumnValue;
import dev.varve.model.EnumType;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetSchemaTest {

    private static final Schema ARCHIVE = new Schema("Archive 2");

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new SetSchema(object.id(), "Archive 2")).given(SCHEMA, ARCHIVE);
    }

    @Test
    void a_table_with_all_that_it_owns_and_what_references_it() {
        Table zorders = table(
                        "zz_orders",
                        column("id", "bigint"),
                        column("parent", "bigint"),
                        column("note", "text"),
                        defaulted("n", "bigint", "nextval('trading.tickets')"),
                        identity("i", "bigint", true))
                .plus(primaryKey("pk", "id"))
                .plus(foreignKey("fk_self", "parent", table("zz_orders"), "id"))
                .plus(check("ck", "note <> 'x'"));
        Index index = index("ix", zorders, keyOf("lower(note)"));
        Trigger trigger = rowTrigger("touch", zorders, Trigger.Timing.BEFORE, Trigger.Event.UPDATE);
        laws(zorders)
                .given(
                        TOUCH,
                        sequence("tickets"),
                        zorders,
                        index,
                        trigger,
                        comment(zorders, "t"),
                        comment(zorders, "note", "c"),
                        comment(index, "i"),
                        comment(trigger, "g"),
                        table("fills", column("order_id", "bigint")).plus(foreignKey("fk", "order_id", zorders, "id")),
                        view("open", "select o.id from trading.zz_orders o where o.note = 'NEW'"))
                .hold();
    }

    @Test
    void a_type_a_sequence_a_function_and_views() {
        laws(SIDE).given(SIDE, INSTRUMENTS, ORDERS, comment(SIDE, "c")).hold();
        Sequence tickets = sequence("zz_tickets");
        laws(tickets)
                .given(tickets, table("t", defaulted("a", "bigint", "nextval('trading.zz_tickets')")))
                .hold();
        Function lot = function("zz_lot", "integer", "select 1", argument("a", "integer"));
        laws(lot)
                .given(lot, table("t", defaulted("a", "integer", "trading.zz_lot(1)")), comment(lot, "c"))
                .hold();
        laws(view("zz_v", "select 1 as x"))
                .given(view("zz_v", "select 1 as x"), view("above", "select v.x from trading.zz_v v"))
                .hold();
        MaterializedView rows = materializedView("zz_m", "select 1 as x");
        laws(rows)
                .given(
                        rows,
                        new Index(
                                name("ux"),
                                rows.id(),
                                true,
                                "btree",
                                List.of(IndexKey.column("x")),
                                List.of(),
                                Optional.empty()))
                .hold();
    }

    @Test
    void a_schema_that_is_not_there_and_a_name_that_is_taken_are_refused() {
        OperationLaws.of(new SetSchema(SIDE.id(), "archived"))
                .given(SCHEMA, ARCHIVE, SIDE)
                .areRefusedWith("There is no schema archived. Did you mean \"Archive 2\"?");
        laws(SIDE)
                .given(SIDE, new EnumType(QualifiedName.of("Archive 2", "side"), List.of()))
                .areRefusedWith("The enum type Archive 2.side already exists.");
    }

    @Test
    void a_table_takes_the_sequence_of_its_identity_along() {
        ColumnValue.Identity identity =
                new ColumnValue.Identity(true, SequenceOptions.PLAIN.startingAt(7), Optional.of(name("Numbers")));
        Table counted = table("zz_counted", column("id", "bigint").valued(Optional.of(identity)), column("n", "text"));
        OperationLaws.of(new SetSchema(counted.id(), "other"))
                .given(SCHEMA, new Schema("other"), counted)
                .hold();
        OperationLaws.of(new RenameObject(SCHEMA.id(), "fresh"))
                .given(SCHEMA, counted)
                .hold();
    }
}
