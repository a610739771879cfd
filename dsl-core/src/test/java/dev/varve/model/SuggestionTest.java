package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void the_name_that_is_most_like_it_is_suggested() {
        assertThat(Suggestion.of("prcie", List.of("price", "prices", "note"))).isEqualTo(" Did you mean \"price\"?");
        assertThat(Suggestion.of("Price", List.of("price"))).isEqualTo(" Did you mean \"price\"?");
        assertThat(Suggestion.of("x", List.of("price"))).isEmpty();
        assertThat(Suggestion.of("x", List.of())).isEmpty();
        assertThat(Suggestion.of("a", List.of("c", "b"))).isEqualTo(" Did you mean \"b\"?");
    }
}
