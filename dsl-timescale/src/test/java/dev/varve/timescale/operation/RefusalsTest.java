package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.excluded;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.rowTrigger;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.Environment;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Firing;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.RowSecurity;
import dev.varve.model.Rule;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AlterConstraint;
import dev.varve.operation.AlterObject;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropExpression;
import dev.varve.operation.Operation;
import dev.varve.operation.SetFacet;
import dev.varve.operation.ValidateConstraint;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What TimescaleDB refuses of hypertables and of compressed ones is refused when it is loaded; the server is asked each time. */
class RefusalsTest {

    private static final Table COMPRESSED = TICKS.with(BY_SYMBOL);
    private static final CheckConstraint LATER =
            new CheckConstraint("positive", new Expression("price > 0")).enforcing(Enforcement.NOT_VALID);
    private static final Table SYMBOLS =
            table("symbols", column("symbol", "text").notNull(true)).plus(primaryKey("pk_symbols", "symbol"));
    private static final ForeignKeyConstraint TO_SYMBOLS =
            dev.varve.testing.Trading.foreignKey("fk", "symbol", SYMBOLS, "symbol");

    private static Trigger trigger(Table table) {
        return rowTrigger("touch", table, Trigger.Timing.BEFORE, Trigger.Event.UPDATE);
    }

    private static OperationLaws laws(Operation operation, SchemaObject... objects) {
        return OperationLaws.of(operation).onTimescale().given(SCHEMA).given(objects);
    }

    @Test
    void row_security_of_a_compressed_table() {
        String refusal = "The table trading.ticks cannot have both row level security and a compression by symbol;"
                + " TimescaleDB refuses that. End the one before the other, or put the rows that some may see into a view.";
        RowSecurity secured = new RowSecurity(true, false);
        laws(new SetFacet(TICKS.id(), secured), COMPRESSED).areRefusedWith(refusal);
        laws(new SetCompression(TICKS.id(), BY_SYMBOL), TICKS.with(secured)).areRefusedWith(refusal);
    }

    @Test
    void row_security_of_a_hypertable_is_none_of_it() {
        laws(new SetFacet(TICKS.id(), new RowSecurity(true, true)), TICKS).hold();
    }

    @Test
    void validation_in_a_compressed_table() {
        laws(new ValidateConstraint(TICKS.id(), "positive"), COMPRESSED.plus(LATER))
                .areRefusedWith(
                        "While table trading.ticks is compressed, TimescaleDB refuses that its constraint \"positive\" is"
                                + " validated. Drop it, and add it again so that all rows are looked at, in the same revision.");
    }

    @Test
    void another_deferral_in_a_compressed_table() {
        laws(
                        new AlterConstraint(
                                TICKS.id(),
                                "fk",
                                new ConstraintChange.Deferring(dev.varve.model.Deferral.INITIALLY_DEFERRED)),
                        SYMBOLS,
                        COMPRESSED.plus(TO_SYMBOLS))
                .areRefusedWith(
                        "While table trading.ticks is compressed, TimescaleDB refuses that its constraint \"fk\" is"
                                + " altered. Drop it, and add it again as it shall be, in the same revision.");
    }

    @Test
    void the_expression_of_a_column_of_a_compressed_table() {
        Table doubled = PLAIN_TICKS
                .plus(generated("twice", "numeric", "price * 2"))
                .with(HOURLY_CHUNKS)
                .with(BY_SYMBOL);
        laws(new DropExpression(TICKS.id(), "twice"), doubled)
                .areRefusedWith(
                        "Column \"twice\" of table trading.ticks cannot cease to be generated while the table is"
                                + " compressed; TimescaleDB refuses that.");
    }

    @Test
    void switching_triggers_of_a_compressed_table() {
        Trigger trigger = trigger(COMPRESSED);
        laws(AlterObject.to(trigger.with(trigger.traits().firing(Firing.DISABLED))), TOUCH, COMPRESSED, trigger)
                .onTimescale(27)
                .areRefusedBeforehandWith( // 2.28.3 takes it
                        "Trigger \"touch\" cannot be switched while table trading.ticks is compressed; TimescaleDB"
                                + " refuses that before 2.29. Drop the trigger, and create it again when it shall run.");
    }

    @Test
    void triggers_of_a_hypertable_are_switched() {
        Trigger trigger = trigger(TICKS);
        laws(AlterObject.to(trigger.with(trigger.traits().firing(Firing.ALWAYS))), TOUCH, TICKS, trigger)
                .hold();
    }

    @Test
    void triggers_for_each_row_that_see_all_of_them() {
        Trigger trigger = rowTrigger("touch", TICKS, Trigger.Timing.AFTER, Trigger.Event.UPDATE);
        Trigger seeing = trigger.with(trigger.traits().newTable("news"));
        laws(new CreateObject(seeing), TOUCH, TICKS)
                .areRefusedWith(
                        "Trigger \"touch\" of hypertable trading.ticks cannot see tables of old or new rows for each"
                                + " row; TimescaleDB refuses that. Let it run for each statement.");
        laws(new CreateHypertable(TICKS.id(), HOURLY_CHUNKS, false), TOUCH, PLAIN_TICKS, seeing)
                .areRefusedWith(
                        "Trigger \"touch\" of hypertable trading.ticks cannot see tables of old or new rows for each"
                                + " row; TimescaleDB refuses that. Let it run for each statement.");
    }

    @Test
    void rules_of_a_hypertable() {
        Rule rule =
                new Rule("keep", TICKS.id(), Rule.Event.DELETE, true, Optional.empty(), List.of(), Rule.Firing.ORIGIN);
        laws(new CreateObject(rule), TICKS)
                .areRefusedWith("Hypertable trading.ticks cannot have " + rule.id()
                        + "; TimescaleDB refuses rules. Use a trigger, or a rule of a view.");
        laws(new CreateHypertable(TICKS.id(), HOURLY_CHUNKS, false), PLAIN_TICKS, rule)
                .areRefusedWith("Hypertable trading.ticks cannot have " + rule.id()
                        + "; TimescaleDB refuses rules. Use a trigger, or a rule of a view.");
    }

    /** The server takes the constraint after the compression, and then could not compress a table like that again. */
    @Test
    void exclusion_constraints_of_a_compressed_table() {
        ExclusionConstraint apart = new ExclusionConstraint("apart", "btree", List.of(excluded("traded", "=")));
        String refusal =
                "Exclusion constraint \"apart\" of table trading.ticks is not checked in compressed rows; TimescaleDB"
                        + " refuses to compress such a table. Leave one of the two out.";
        laws(new SetCompression(TICKS.id(), BY_SYMBOL), TICKS.plus(apart)).areRefusedWith(refusal);
        laws(new AddConstraint(TICKS.id(), apart), COMPRESSED).onTimescale(18).areRefusedBeforehandWith(refusal);
    }

    @Test
    void constraints_of_compressed_tables_need_versions_that_have_them() {
        List<Operation> operations = List.of(
                new AddConstraint(TICKS.id(), LATER.enforcing(Enforcement.ENFORCED)),
                new AddConstraint(TICKS.id(), unique("once", "symbol", "traded")),
                new DropConstraint(TICKS.id(), "pk"));
        List<Integer> since = List.of(20, 18, 15);
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            int minor = since.get(i);
            assertThatThrownBy(() -> operation.after(compressedOn(minor - 1)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(
                            "needs TimescaleDB 2." + minor + " or later, but this server has 2." + (minor - 1));
            assertThat(operation.after(compressedOn(minor)).has(TICKS.id())).isTrue();
        }
    }

    private static Database compressedOn(int minor) {
        Environment server = Environment.NEWEST.with(
                TimescaleEdition.class,
                new TimescaleEdition(
                        TimescaleEdition.License.COMMUNITY,
                        new TimescaleVersion(2, minor),
                        "public",
                        TimescaleEdition.Readiness.INSTALLED));
        return Database.empty().on(server).plus(SCHEMA).plus(COMPRESSED);
    }
}
