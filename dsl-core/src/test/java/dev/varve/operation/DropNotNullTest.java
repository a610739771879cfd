package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropNotNullTest {

    private static OperationLaws laws(String column) {
        return OperationLaws.of(new DropNotNull(ORDERS.id(), column)).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void a_column_that_is_not_null_and_one_that_may_be() {
        laws("price").hold();
        laws("note").hold();
    }

    @Test
    void what_tells_rows_apart_is_refused() {
        Table bids = table("bids", column("code", "text").notNull(true));
        Index byCode = new Index(
                name("by_code"),
                bids.id(),
                true,
                "btree",
                List.of(IndexKey.column("code")),
                List.of(),
                Optional.empty());
        OperationLaws.of(new DropNotNull(bids.id(), "code"))
                .given(SCHEMA, bids, byCode, ReplicaIdentity.usingIndex(bids.id(), "by_code"))
                .areRefusedWith(
                        "The replica identity trading.bids cannot be that index: column code of table trading.bids"
                                + " may be null. Name a unique index of columns that are never null, or say replicaIdentityFull().");
    }

    @Test
    void a_key_or_an_identity_is_refused() {
        laws("id")
                .areRefusedWith(
                        "Column \"id\" of table trading.orders is part of the primary key or an identity, which is never null.");
        OperationLaws.of(new DropNotNull(INSTRUMENTS.id(), "id"))
                .given(SCHEMA, INSTRUMENTS)
                .areRefusedWith(
                        "Column \"id\" of table trading.instruments is part of the primary key or an identity, which is never null.");
    }
}
