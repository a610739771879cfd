package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.cli.example.CreateOrders;
import dev.varve.cli.example.IndexNotes;
import dev.varve.dsl.Migration;
import dev.varve.revision.RevisionNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionSourceTest {

    private static RevisionNode node(Class<? extends Migration> migration) {
        return new RevisionNode(migration.getSimpleName(), "orders", "", migration, List.of(), List.of());
    }

    @Test
    void a_merge_depends_on_all_heads() {
        RevisionSource source = new RevisionSource(
                "0003",
                "orders",
                "Merge heads",
                "dev.varve.cli.example",
                List.of(node(CreateOrders.class), node(IndexNotes.class)));

        assertThat(source.text(RevisionTemplate.standard()))
                .contains(
                        "@Revision(id = \"0003\", database = \"orders\", dependsOn = {CreateOrders.class, IndexNotes.class})");
    }

    @Test
    void a_parent_of_another_package_is_named_with_it() {
        RevisionSource source =
                new RevisionSource("0003", "orders", "Go on", "elsewhere", List.of(node(CreateOrders.class)));

        assertThat(source.text(RevisionTemplate.standard()))
                .contains("dependsOn = dev.varve.cli.example.CreateOrders.class)");
    }

    @Test
    void words_that_make_no_class_name_are_refused() {
        assertThatThrownBy(() -> new RevisionSource("1", "orders", "2 fast", "p", List.of()))
                .hasMessageStartingWith("No class can be named after \"2 fast\".");
        assertThatThrownBy(() -> new RevisionSource("1", "orders", "?!", "p", List.of()))
                .hasMessageStartingWith("No class can be named after");
    }

    @Test
    void no_class_is_called_like_one_that_it_uses() {
        assertThatThrownBy(() -> new RevisionSource("1", "orders", "Changes", "p", List.of()))
                .hasMessage("The class would be called Changes like one that it uses. Say with other words what the"
                        + " revision is about.");
        assertThatThrownBy(() -> new RevisionSource("1", "orders", "override", "p", List.of()))
                .hasMessageContaining("called Override");
    }

    @Test
    void what_a_comment_says_does_not_end_it() {
        RevisionSource source = new RevisionSource("1", "orders", "End */ or \\u002a/ it", "p", List.of());

        assertThat(source.text(RevisionTemplate.standard())).contains("/** End * / or \\ u002a/ it. */");
    }

    @Test
    void ids_are_the_day_and_the_next_number() {
        LocalDate day = LocalDate.of(2025, 4, 11);

        assertThat(new NextId(List.of(), day).id()).isEqualTo("20250411_0001");
        assertThat(new NextId(List.of("20250410_0007", "free text", "20250411_0003"), day).id())
                .isEqualTo("20250411_0008");
    }
}
