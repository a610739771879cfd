package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;

import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnValue;
import dev.varve.model.EnumType;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.View;
import dev.varve.sql.Expression;
import dev.varve.sql.Query;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebuildEnumTest {

    private static final EnumType THREE = new EnumType(name("state"), List.of("NEW", "OLD", "GONE"));

    private static final Table CARS = table(
                    "cars",
                    column("id", "bigint"),
                    column("state", "trading.state")
                            .notNull(true)
                            .valued(Optional.of(new ColumnValue.Default(new Expression("'NEW'::trading.state")))),
                    column("past", "trading.state[]"))
            .plus(new CheckConstraint("ck", new Expression("state <> 'OLD'::trading.state or id > 0")));

    private static final Index NEW_CARS = new Index(
            name("new_cars"),
            CARS.id(),
            false,
            "btree",
            List.of(IndexKey.column("id")),
            List.of(),
            Optional.of(new Expression("state = 'NEW'::trading.state")));

    private static final View USED =
            new View(name("used"), new Query("select c.id, c.state from trading.cars c where c.state = 'OLD'"));

    @Test
    void a_value_goes_with_defaults_checks_indexes_and_views_as_they_were() {
        OperationLaws.of(new CascadeRecreate(new RebuildEnum(THREE.id(), List.of("NEW", "OLD"), Map.of())))
                .given(SCHEMA, THREE, CARS, NEW_CARS, comment(NEW_CARS, "c"), USED, comment(THREE, "t"))
                .givenRows("insert into trading.cars values (1, 'NEW', '{NEW,OLD}')")
                .hold();
    }

    @Test
    void a_value_that_rows_have_is_replaced() {
        OperationLaws.of(new RebuildEnum(THREE.id(), List.of("OLD", "NEW"), Map.of("GONE", "OLD")))
                .given(SCHEMA, THREE, CARS, NEW_CARS)
                .givenRows("insert into trading.cars values (1, 'GONE', '{NEW,GONE}')")
                .hold();
    }

    @Test
    void a_value_that_a_check_names_is_refused() {
        OperationLaws.of(new RebuildEnum(THREE.id(), List.of("NEW", "GONE"), Map.of()))
                .given(SCHEMA, THREE, CARS)
                .areRefusedWith(
                        "The table trading.cars says 'OLD' in \"state <> 'OLD'::trading.state or id > 0\", a value that enum type trading.state is to lose. Change or drop what says so first, in the same revision.");
    }

    @Test
    void views_are_named_where_nobody_says_that_they_are_carried_along() {
        OperationLaws.of(new RebuildEnum(THREE.id(), List.of("NEW", "OLD"), Map.of()))
                .given(SCHEMA, THREE, CARS, USED)
                .areRefusedBeforehandWith(
                        "The enum type trading.state is used by view trading.used. Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void functions_are_carried_along() {
        OperationLaws.of(new CascadeRecreate(new RebuildEnum(SIDE.id(), List.of("BUY", "SELL", "BOTH"), Map.of())))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, function("f", "trading.side", "select 'BUY'::trading.side"))
                .hold();
    }
}
