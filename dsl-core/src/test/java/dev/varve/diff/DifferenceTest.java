package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.defaulting;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.referencing;
import static dev.varve.diff.SmallSchemas.table;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.EnumType;
import dev.varve.model.Partitioning;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void the_order_of_columns_is_no_difference() {
        Table one = table("orders", column("id", "integer"), column("a", "text"), column("b", "text"));
        Table other = table("orders", column("b", "text"), column("id", "integer"), column("a", "text"));

        assertThat(Difference.between(holding(one), holding(other)).isEmpty()).isTrue();
    }

    @Test
    void chains_of_tables_may_be_long() {
        List<Table> tables = new ArrayList<>(List.of(table("t0", column("id", "integer"), column("other", "integer"))));
        for (int i = 1; i < 3000; i++) {
            Table next = table("t" + i, column("id", "integer"), column("other", "integer"));
            tables.add(referencing(next, "other", "t" + (i - 1)));
        }
        Database all = Database.holding(Database.empty().environment(), tables);

        assertThat(words(Difference.between(Database.empty(), all))).hasSize(3000);
        assertThat(words(Difference.between(all, Database.empty()))).hasSize(3000);
    }

    @Test
    void what_no_operation_can_change_is_an_obstacle_with_the_reason() {
        Table plain = table("orders", column("id", "integer"));
        Table partitioned = plain.with(new Partitioning(Partitioning.Strategy.HASH, List.of(new Expression("id"))));

        Difference difference = Difference.between(holding(plain), holding(partitioned));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.obstacles())
                .extracting(Obstacle::toString)
                .containsExactly(
                        "It is not possible to set the partitioning of table public.orders: PostgreSQL cannot change that of"
                                + " table public.orders.");
    }

    @Test
    void what_stands_in_the_way_of_nothing_but_a_text_changes_for_certain() {
        EnumType two = new EnumType(name("side"), List.of("BUY", "SELL"));
        EnumType one = new EnumType(name("side"), List.of("SELL"));

        Difference difference = Difference.betweenDeclared(
                holding(two, defaulting("lower('BUY')::public.side")),
                holding(one, defaulting("lower('SELL')::public.side")));

        assertThat(difference.operations()).hasSize(2);
        assertThat(difference.doubtful())
                .extracting(Operation::description)
                .noneMatch(words -> words.startsWith("give enum"));
    }

    @Test
    void two_words_are_not_the_same_value_of_an_enum() {
        EnumType side = new EnumType(name("side"), List.of("BUY", "SELL"));

        assertThat(Difference.betweenDeclared(holding(side, defaulting("'BUY'")), holding(side, defaulting("'SELL'")))
                        .doubtful())
                .isEmpty();
        assertThat(Difference.betweenDeclared(holding(side, defaulting("'BUY'")), holding(side, defaulting(" 'BUY' ")))
                        .operations())
                .isEmpty();
    }
}
