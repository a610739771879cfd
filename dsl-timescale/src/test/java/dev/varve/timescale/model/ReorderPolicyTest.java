package dev.varve.timescale.model;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.index;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.hours;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameConstraint;
import dev.varve.operation.RenameObject;
import dev.varve.testing.OperationLaws;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReorderPolicyTest {

    private static final Index BY_SYMBOL =
            index("ix_symbol", TICKS, IndexKey.column("symbol"), IndexKey.column("traded"));
    private static final ReorderPolicy POLICY = policy(Schedule.CHOSEN);

    private static ReorderPolicy policy(Schedule schedule) {
        return new ReorderPolicy(TICKS.name(), BY_SYMBOL.id(), schedule);
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, TICKS, BY_SYMBOL).onTimescale();
    }

    @Test
    void it_comes_and_goes_with_every_setting() {
        Schedule schedule = Schedule.CHOSEN
                .every(hours(6))
                .startingAt(Instant.parse("2025-01-01T03:30:00Z"))
                .in("Europe/Berlin")
                .atMost(hours(1))
                .retrying(3, hours(4))
                .pausing();

        laws(new CreateObject(POLICY)).givenRows(ROWS).hold();
        laws(new CreateObject(policy(schedule))).hold();
        laws(new DropObject(POLICY.id())).given(policy(schedule)).hold();
    }

    @Test
    void it_vanishes_with_its_table_and_comes_back_after_the_index() {
        laws(new DropObject(TICKS.id())).given(POLICY).hold();
    }

    @Test
    void its_table_and_schema_are_renamed() {
        laws(new RenameObject(TICKS.id(), "deals")).given(POLICY).hold();
        laws(new RenameObject(SCHEMA.id(), "shop")).given(POLICY).hold();
    }

    @Test
    void its_index_is_neither_dropped_nor_renamed() {
        laws(new DropObject(BY_SYMBOL.id()))
                .given(POLICY)
                .areRefusedBeforehandWith(
                        "The index trading.ix_symbol is used by reorder policy trading.ticks. Change or drop"
                                + " what uses it first, in the same revision or an earlier one.");
        laws(new RenameObject(BY_SYMBOL.id(), "ix_other"))
                .given(POLICY)
                .areRefusedBeforehandWith(
                        "The reorder policy trading.ticks keeps the name of index trading.ix_symbol and would"
                                + " look for it in vain. Drop the policy before the rename and create it again after it, in the same"
                                + " revision.");
    }

    @Test
    void its_index_may_be_that_of_a_key() {
        Table keyed = TICKS.plus(new UniqueConstraint("uq_ticks", List.of("symbol", "traded")));
        ReorderPolicy policy =
                new ReorderPolicy(TICKS.name(), Index.id(TICKS.name().named("uq_ticks")), Schedule.CHOSEN);

        OperationLaws.of(new CreateObject(policy))
                .given(SCHEMA, keyed)
                .onTimescale()
                .hold();
        OperationLaws.of(new DropConstraint(TICKS.id(), "uq_ticks"))
                .given(SCHEMA, keyed, policy)
                .onTimescale()
                .areRefusedBeforehandWith("Constraint \"uq_ticks\" of table trading.ticks is used by reorder policy"
                        + " trading.ticks. Change or drop what uses it first, in the same revision or an earlier one.");
        OperationLaws.of(new RenameConstraint(TICKS.id(), "uq_ticks", "ticks_uq"))
                .given(SCHEMA, keyed, policy)
                .onTimescale()
                .areRefusedBeforehandWith(
                        "The reorder policy trading.ticks keeps the name of index trading.uq_ticks and would"
                                + " look for it in vain. Drop the policy before the rename and create it again after it, in the same"
                                + " revision.");
    }

    @Test
    void it_stands_beside_other_policies() {
        OperationLaws.of(new CreateObject(POLICY))
                .given(SCHEMA, FULL_TICKS, BY_SYMBOL)
                .onTimescale()
                .hold();
    }
}
