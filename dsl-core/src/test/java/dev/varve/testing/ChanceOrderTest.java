package dev.varve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChanceOrderTest {

    private record Bag(Set<Integer> numbers, Map<String, Optional<Set<Integer>>> more) {}

    @Test
    void sets_and_maps_whose_order_is_chance_are_found_in_records() {
        assertThat(ChanceOrder.in(new Bag(Set.of(1, 2), Map.of("a", Optional.of(Set.of(3, 4, 5)))), "bag"))
                .containsExactly("bag numbers", "bag more");
        assertThat(ChanceOrder.in(new Bag(new TreeSet<>(Set.of(1, 2)), new TreeMap<>()), "bag"))
                .isEmpty();
    }

    @Test
    void the_events_of_a_trigger_have_an_order_however_they_were_said() {
        Trigger trigger = Trading.rowTrigger("t", Trading.ORDERS, Trigger.Timing.AFTER, Trigger.Event.values());

        assertThat(ChanceOrder.in(trigger, "trigger")).isEmpty();
        assertThat(trigger.events()).containsExactly(Trigger.Event.values());
    }
}
