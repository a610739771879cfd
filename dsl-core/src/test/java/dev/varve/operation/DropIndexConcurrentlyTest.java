package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropIndexConcurrentlyTest {

    @Test
    void an_index_of_a_table() {
        OperationLaws.of(new DropIndexConcurrently(ORDERS_BY_TIME.id()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME)
                .hold();
    }

    @Test
    void an_index_with_a_comment() {
        OperationLaws.of(new DropIndexConcurrently(ORDERS_BY_TIME.id()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME, comment(ORDERS_BY_TIME, "newest first"))
                .hold();
    }

    @Test
    void an_index_on_which_a_foreign_key_leans_is_refused() {
        Table target = table("target", column("a", "bigint"));
        Index index = new Index(
                name("ux"), target.id(), true, "btree", List.of(IndexKey.column("a")), List.of(), Optional.empty());
        OperationLaws.of(new DropIndexConcurrently(index.id()))
                .given(
                        SCHEMA,
                        target,
                        index,
                        table("source", column("a", "bigint")).plus(foreignKey("fk", "a", target, "a")))
                .areRefusedWith("The index trading.ux is used by table trading.source."
                        + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void an_index_that_is_not_there_is_refused() {
        OperationLaws.of(new DropIndexConcurrently(Index.id(name("ix_order_time"))))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME)
                .areRefusedWith("There is no index trading.ix_order_time. Did you mean \"trading.ix_orders_time\"?");
    }
}
