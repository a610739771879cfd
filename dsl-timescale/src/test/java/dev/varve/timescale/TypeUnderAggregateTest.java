package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.enumType;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A difference makes an aggregate again of a source that drops rows, and says that this loses what it holds of them. */
class TypeUnderAggregateTest {

    private static final String DAILY =
            "select time_bucket('1 day', t.time) as day, t.price, count(*) as n from public.trades t group by 1, 2";

    private static Database of(Consumer<Changes> said) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(extension("timescaledb"));
        said.accept(changes);
        return Operation.afterAll(changes.operations(), Database.empty());
    }

    private static HypertableSpec trades(ColumnSpec<?> price) {
        return table("trades")
                .column("time", timestamptz().notNull())
                .column("price", price)
                .hypertable(by("time").every(days(1)));
    }

    private static Database daily(HypertableSpec trades) {
        return of(changes -> changes.create(trades, continuousAggregate("daily").as(DAILY)));
    }

    private static String text(Database from, Database to) {
        Difference difference = Difference.between(from, to);
        assertThat(difference.obstacles()).isEmpty();
        return MigrationText.of(difference.operations(), from, NamingConvention.STANDARD)
                .statements()
                .strip()
                .replaceAll("\\s*\n\\s*", "");
    }

    @Test
    void where_the_source_drops_rows_the_loss_is_said() {
        Database before = daily(trades(integer()).retain(days(90)));
        Database after = daily(trades(bigint()).retain(days(90)));

        assertThat(text(before, after))
                .isEqualTo(
                        "changes.alter(table(\"trades\")).alterColumn(\"price\", type(bigint())).cascadeRecreateLosing();");
        CascadeRecreate around =
                (CascadeRecreate) Difference.between(before, after).operations().get(0);
        assertThat(around.losses(before))
                .containsExactly("what public.daily holds of rows that its source has no more");
        assertThat(around.after(before)).isEqualTo(after);
    }

    @Test
    void where_it_keeps_them_a_guard_is_enough() {
        Database before = daily(trades(integer()));
        Database after = daily(trades(bigint()));

        assertThat(text(before, after))
                .isEqualTo(
                        "changes.alter(table(\"trades\")).alterColumn(\"price\", type(bigint())).cascadeRecreate();");
        assertThat(new CascadeRecreate(
                                Difference.between(before, after).operations().get(0), true)
                        .losses(before))
                .isEmpty();
    }

    @Test
    void an_enum_that_is_rebuilt_under_an_aggregate_says_the_loss_too() {
        Database before = sides("BUY", "SELL", "SHORT");
        Database after = sides("BUY", "SELL");

        assertThat(text(before, after))
                .isEqualTo("changes.alter(enumType(\"side\")).rebuild(\"BUY\", \"SELL\").cascadeRecreateLosing();");
    }

    private static Database sides(String... values) {
        return of(changes -> {
            changes.create(enumType("side").values(values));
            changes.create(trades(enumerated(enumType("side"))).retain(days(90)));
            changes.create(continuousAggregate("daily").as(DAILY));
        });
    }

    @Test
    void the_word_of_an_enum_is_the_operation_of_the_difference() {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.alter(enumType("side")).rebuild("BUY", "SELL").cascadeRecreateLosing();

        assertThat(changes.operations())
                .isEqualTo(List.copyOf(Difference.between(sides("BUY", "SELL", "SHORT"), sides("BUY", "SELL"))
                        .operations()));
    }
}
