package dev.varve.model;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.sequence;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final Database TRADED = Database.empty()
            .plus(SCHEMA)
            .plus(SIDE)
            .plus(INSTRUMENTS)
            .plus(ORDERS)
            .plus(ORDERS_BY_TIME)
            .plus(TOUCH)
            .plus(TOUCH_ORDERS);

    @Test
    void two_databases_with_equal_objects_are_equal_however_they_came_to_be() {
        Database other = Database.empty()
                .plus(new Schema("x"))
                .plus(SCHEMA)
                .plus(SIDE)
                .plus(INSTRUMENTS)
                .plus(ORDERS)
                .plus(TOUCH)
                .plus(TOUCH_ORDERS)
                .plus(ORDERS_BY_TIME)
                .minus(Schema.id("x"));

        assertThat(other).isEqualTo(TRADED).hasSameHashCodeAs(TRADED).hasToString(TRADED.toString());
        assertThat(Database.holding(TRADED.environment(), TRADED.objects().toList()))
                .isEqualTo(TRADED);
        assertThat(other.on(new Environment(150000, Map.of()))).isNotEqualTo(TRADED);
    }

    @Test
    void what_vanishes_with_an_object_comes_after_its_owner() {
        Database commented = TRADED.plus(comment(ORDERS_BY_TIME, "c"));

        assertThat(commented.withOwned(ORDERS.id()))
                .containsExactly(ORDERS, ORDERS_BY_TIME, comment(ORDERS_BY_TIME, "c"), TOUCH_ORDERS);
        assertThat(commented.minus(ORDERS.id()))
                .isEqualTo(Database.empty()
                        .plus(SCHEMA)
                        .plus(SIDE)
                        .plus(INSTRUMENTS)
                        .plus(TOUCH));
    }

    @Test
    void an_object_that_is_there_already_is_refused() {
        assertThatThrownBy(() -> TRADED.plus(SIDE))
                .isInstanceOf(ObjectExistsException.class)
                .hasMessage("The enum type trading.side already exists.");
        assertThatThrownBy(() -> TRADED.plus(view("orders", "select 1 as x")))
                .hasMessage("The name of view trading.orders is taken by table trading.orders.");
        assertThatThrownBy(() -> TRADED.plus(sequence("pk_orders")))
                .hasMessage("The name of sequence trading.pk_orders is taken by table trading.orders.");
    }

    @Test
    void an_object_that_is_not_there_is_refused_with_the_name_that_may_be_meant() {
        assertThatThrownBy(() -> TRADED.get(Table.id(name("order"))))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("There is no table trading.order. Did you mean \"trading.orders\"?");
        assertThatThrownBy(() -> TRADED.get(Trigger.id(name("orders"), "touch_order")))
                .hasMessage(
                        "There is no trigger trading.orders.touch_order. Did you mean \"trading.orders.touch_orders\"?");
        assertThatThrownBy(() -> TRADED.minus(Table.id(name("nothing_like_it"))))
                .hasMessage("There is no table trading.nothing_like_it.");
    }

    @Test
    void an_object_that_others_use_stays() {
        assertThatThrownBy(() -> TRADED.minus(SCHEMA.id()))
                .isInstanceOf(ObjectInUseException.class)
                .hasMessage(
                        "The schema trading is used by enum type trading.side, function trading.touch(), table trading.instruments, table trading.orders."
                                + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_change_that_leaves_a_table_wrong_is_refused() {
        assertThatThrownBy(() -> TRADED.alter(INSTRUMENTS.id(), t -> t.plus(column("id", "text"))))
                .hasMessage("Column \"id\" already exists in table trading.instruments.");
        assertThatThrownBy(
                        () -> Database.empty().plus(SCHEMA).plus(table("t", column("a", "text"), column("a", "text"))))
                .hasMessage("Column \"a\" is given twice in table trading.t.");
    }

    @Test
    void a_renamed_schema_takes_everything_along() {
        Database renamed = TRADED.renamed(new Rename.OfObject(SCHEMA.id(), Schema.id("market")));

        assertThat(renamed.toString()).doesNotContain("trading");
        assertThat(renamed.size()).isEqualTo(TRADED.size());
        assertThat(renamed.renamed(new Rename.OfObject(Schema.id("market"), SCHEMA.id())))
                .isEqualTo(TRADED);
    }

    @Test
    void ten_thousand_changes_take_no_time() {
        Database database = TRADED;
        for (int i = 0; i < 10_000; i++) {
            Column column = column("c" + i % 100, "text");
            database = database.alter(
                    INSTRUMENTS.id(),
                    t -> t.findColumn(column.name()).isPresent() ? t.minusColumn(column.name()) : t.plus(column));
        }
        assertThat(database.get(INSTRUMENTS.id()).columns()).hasSize(2);
    }

    @Test
    void the_schema_public_is_there_and_stays() {
        Database empty = Database.empty();

        assertThat(empty.has(Schema.PUBLIC.id())).isTrue();
        assertThat(empty.size()).isZero();
        assertThatThrownBy(() -> empty.minus(Schema.PUBLIC.id()))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The schema public is in every database and stays what it is; make another schema instead.");
    }

    @Test
    void an_owner_is_not_granted_to_with_an_option() {
        Privileges own = Privileges.of(Schema.PUBLIC.id(), "", Privileges.OWNER, Database.empty())
                .granting(Set.of("USAGE"), true);

        assertThatThrownBy(() -> Database.empty().plus(own))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("may grant everything to others anyway");
    }
}
