package dev.varve.diff;

import static dev.varve.dsl.Postgres.list;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Database;
import dev.varve.model.ObjectExistsException;
import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IndexPartDifferenceTest {

    private static final PlainTable TRADES = table("trades");
    private static final PartitionSpec EARLY = partition("early");

    private static Database state(Consumer<Changes> more) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(TRADES.column("day", integer())
                .column("price", integer())
                .index(on("day").named("by_day"))
                .index(on("price").named("by_price"))
                .partitionBy(list("day")));
        changes.create(EARLY.of(TRADES).in(1));
        more.accept(changes);
        return after(changes.operations(), Database.empty());
    }

    private static Database after(List<Operation> operations, Database before) {
        return Operation.afterAll(operations, before);
    }

    private static List<String> words(Database from, Database to) {
        Difference difference = Difference.between(from, to);
        assertThat(difference.obstacles()).isEmpty();
        assertThat(after(difference.operations(), from)).isEqualTo(to);
        return difference.operations().stream().map(Operation::description).toList();
    }

    @Test
    void names_that_somebody_chose_are_compared() {
        Database without = state(changes -> {});
        Database with = state(changes -> changes.alter(EARLY).indexPart(TRADES, "by_day", "early_days"));

        assertThat(words(without, with)).containsExactly("set index part public.early.by_day");
        assertThat(words(with, without)).containsExactly("drop index part public.early.by_day");
    }

    @Test
    void two_parts_can_get_each_others_name() {
        Database one = state(
                changes -> changes.alter(EARLY).indexPart(TRADES, "by_day", "a").indexPart(TRADES, "by_price", "b"));
        Database other = state(
                changes -> changes.alter(EARLY).indexPart(TRADES, "by_day", "b").indexPart(TRADES, "by_price", "a"));

        assertThat(words(one, other))
                .containsExactly(
                        "drop index part public.early.by_price",
                        "drop index part public.early.by_day",
                        "set index part public.early.by_day",
                        "set index part public.early.by_price");
    }

    @Test
    void names_that_postgres_may_have_chosen_are_given_to_new_partitions_only() {
        Database without = state(changes -> {});
        Database with = state(changes -> changes.alter(EARLY).indexPart(TRADES, "by_day", "old_day_idx"));

        assertThat(with).isEqualTo(without);
        assertThat(words(without, with)).isEmpty();
        assertThat(words(with, without)).isEmpty();
        assertThat(words(Database.empty(), with)).contains("set index part public.early.by_day");
        assertThat(Findings.between(without, with).isEmpty()).isTrue();
    }

    @Test
    void a_name_goes_with_its_index_and_comes_with_it_again() {
        Database with = state(changes -> changes.alter(EARLY).indexPart(TRADES, "by_day", "early_days"));
        Database gone = state(changes -> changes.alter(TRADES).dropIndex("by_day"));

        assertThat(words(with, gone)).containsExactly("drop index public.by_day");
        assertThat(words(gone, with))
                .containsExactly("create index public.by_day", "set index part public.early.by_day");
    }

    @Test
    void a_name_that_somebody_chose_is_taken() {
        assertThatThrownBy(() -> state(changes -> {
                    changes.alter(EARLY).indexPart(TRADES, "by_day", "early_days");
                    changes.create(table("early_days").column("a", integer()));
                }))
                .isInstanceOf(ObjectExistsException.class);
    }

    @Test
    void only_what_is_above_a_partition_has_parts_in_it() {
        assertThatThrownBy(() -> state(changes -> {
                    changes.create(table("other").column("a", integer()).index(on("a").named("of_other")));
                    changes.alter(EARLY).indexPart(table("other"), "of_other", "x");
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The partition public.early has no part of index \"of_other\" of table public.other.");
    }
}
