package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.ReferentialAction;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddConstraintTest {

    private static OperationLaws laws(Constraint constraint) {
        return OperationLaws.of(new AddConstraint(ORDERS.id(), constraint)).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void its_sql_is_the_definition_with_its_name() {
        assertThat(new AddConstraint(
                                ORDERS.id(),
                                foreignKey("fk", "instrument_id", INSTRUMENTS, "id")
                                        .onDelete(ReferentialAction.CASCADE))
                        .statements(Database.empty()))
                .hasToString(
                        "[alter table trading.orders add constraint fk foreign key (instrument_id) references trading.instruments (id)"
                                + " on delete cascade]");
    }

    @Test
    void a_foreign_key_requires_its_target() {
        assertThat(new AddConstraint(ORDERS.id(), foreignKey("fk", "instrument_id", INSTRUMENTS, "id"))
                        .footprint()
                        .requires())
                .containsExactlyInAnyOrder(ORDERS.id(), INSTRUMENTS.id());
        assertThat(new AddConstraint(ORDERS.id(), foreignKey("fk", "id", ORDERS, "id"))
                        .footprint()
                        .requires())
                .containsExactly(ORDERS.id());
    }

    @Test
    void a_check() {
        laws(check("ck new", "note in ('a', 'b') or side = 'BUY'")).hold();
    }

    @Test
    void a_unique_key() {
        laws(unique("uq_new", "note", "side")).hold();
    }

    @Test
    void a_primary_key_makes_its_columns_not_null() {
        OperationLaws.of(new AddConstraint(name2(), primaryKey("pk", "b", "a")))
                .given(
                        SCHEMA,
                        table(
                                "pairs",
                                column("a", "bigint"),
                                column("b", "text").notNull(true)))
                .hold();
    }

    private static ObjectId<Table> name2() {
        return Table.id(name("pairs"));
    }

    @Test
    void a_foreign_key_to_itself() {
        OperationLaws.of(new AddConstraint(
                        name2(), foreignKey("fk", "b", table("pairs"), "a").deferring(Deferral.INITIALLY_DEFERRED)))
                .given(
                        SCHEMA,
                        table("pairs", column("a", "bigint"), column("b", "bigint"))
                                .plus(unique("uq", "a")))
                .hold();
    }

    @Test
    void a_foreign_key_to_a_unique_index() {
        OperationLaws.of(new AddConstraint(name2(), foreignKey("fk", "a", INSTRUMENTS, "id")))
                .given(SCHEMA, table("instruments", column("id", "bigint")), table("pairs", column("a", "bigint")))
                .given(new Index(
                        name("ux"),
                        INSTRUMENTS.id(),
                        true,
                        "btree",
                        List.of(IndexKey.column("id")),
                        List.of(),
                        Optional.empty()))
                .hold();
    }

    @Test
    void a_second_primary_key_is_refused() {
        laws(primaryKey("pk_again", "note"))
                .areRefusedWith("There is a primary key \"pk_orders\" on table trading.orders already.");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        laws(check("ck_orders_price", "true"))
                .areRefusedWith("Constraint \"ck_orders_price\" already exists on table trading.orders.");
        laws(unique("instruments", "note"))
                .areRefusedWith("The name of table trading.orders is taken by table trading.instruments.");
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        laws(unique("uq_new", "notes"))
                .areRefusedWith("There is no column \"notes\" in table trading.orders. Did you mean \"note\"?");
    }
}
