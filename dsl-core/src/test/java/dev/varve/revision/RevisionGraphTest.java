package dev.varve.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    private static final List<String> DATABASES = List.of("postgres", "timescale");

    abstract static class Nothing implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Revision(id = "0001", database = "postgres")
    static class First extends Nothing {}

    @Revision(id = "0002_accounts", database = "postgres", dependsOn = First.class)
    static class Second extends Nothing {}

    @Revision(id = "0003", database = "postgres", dependsOn = Second.class, description = "The third")
    static class Third extends Nothing {}

    @Revision(id = "0004_ibans", database = "postgres", dependsOn = Third.class)
    static class IBANsOf2026AreASCII extends Nothing {}

    @Revision(id = "0002_ticks", database = "timescale", dependsOn = First.class)
    static class Ticks extends Nothing {}

    @Revision(id = "0003_fees", database = "postgres", dependsOn = Second.class)
    static class Fees extends Nothing {}

    @Revision(
            id = "0004",
            database = "postgres",
            dependsOn = {Third.class, Fees.class})
    static class Merged extends Nothing {}

    @Revision(id = "0001", database = "postgres")
    static class AnotherFirst extends Nothing {}

    @Revision(id = "1", database = "postgres", dependsOn = Hen.class)
    static class Egg extends Nothing {}

    @Revision(id = "2", database = "postgres", dependsOn = Egg.class)
    static class Hen extends Nothing {}

    @Revision(id = "0009", database = "postgre")
    static class Mistyped extends Nothing {}

    @Revision(id = "head", database = "postgres")
    static class Reserved extends Nothing {}

    static class NoRevision extends Nothing {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private static RevisionGraph graph(Class<? extends Migration>... migrations) {
        return RevisionGraph.of(Arrays.asList(migrations), DATABASES);
    }

    @Test
    void revisions_come_after_what_they_depend_on_also_in_another_database() {
        RevisionGraph graph = graph(Third.class, Ticks.class, Second.class, First.class);

        assertThat(graph.revisions())
                .extracting(RevisionNode::id)
                .containsExactly("0001", "0002_accounts", "0002_ticks", "0003");
        assertThat(graph.get("timescale", "0002_ticks").requirements())
                .containsExactly(new RevisionNode.Requirement("postgres", "0001"));
        assertThat(graph.get("timescale", "0002_ticks").parents()).isEmpty();
    }

    @Test
    void a_description_that_nobody_wrote_is_made_of_the_class_name() {
        RevisionGraph graph = graph(First.class, Second.class, Third.class, IBANsOf2026AreASCII.class);

        assertThat(graph.get("postgres", "0001").description()).isEqualTo("First");
        assertThat(graph.get("postgres", "0004_ibans").description()).isEqualTo("IBANs of 2026 are ASCII");
        assertThat(graph.get("postgres", "0003").description()).isEqualTo("The third");
    }

    @Test
    void an_id_that_is_given_twice_is_refused_with_both_classes() {
        assertThatThrownBy(() -> graph(First.class, AnotherFirst.class))
                .isInstanceOf(HistoryException.class)
                .hasMessage(
                        "Two revisions of postgres have the id \"0001\": dev.varve.revision.RevisionGraphTest$AnotherFirst and"
                                + " dev.varve.revision.RevisionGraphTest$First. Give one of them another id.");
    }

    @Test
    void a_circle_is_refused_with_its_way() {
        assertThatThrownBy(() -> graph(Egg.class, Hen.class))
                .hasMessage(
                        "The revisions depend on each other in a circle: 1 (dev.varve.revision.RevisionGraphTest$Egg) depends on"
                                + " 2 (dev.varve.revision.RevisionGraphTest$Hen) depends on 1 (dev.varve.revision.RevisionGraphTest$Egg).");
    }

    @Test
    void an_unknown_database_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> graph(Mistyped.class))
                .hasMessage(
                        "Revision 0009 (dev.varve.revision.RevisionGraphTest$Mistyped) is for the database \"postgre\", which is"
                                + " not configured; known are postgres, timescale. Did you mean \"postgres\"?");
    }

    @Test
    void a_dependency_that_was_not_found_is_refused() {
        assertThatThrownBy(() -> graph(Second.class))
                .hasMessageContaining("which is not among the revisions that were found");
    }

    @Test
    void a_class_without_annotation_is_refused() {
        assertThatThrownBy(() -> graph(NoRevision.class)).hasMessageContaining("is no revision; annotate it");
    }

    @Test
    void an_id_that_means_a_place_in_history_is_refused() {
        assertThatThrownBy(() -> graph(Reserved.class)).hasMessageContaining("has a meaning of its own");
    }

    @Test
    void several_heads_are_named_with_the_way_out() {
        RevisionGraph graph = graph(First.class, Second.class, Third.class, Fees.class);

        assertThat(graph.heads("postgres")).extracting(RevisionNode::id).containsExactly("0003", "0003_fees");
        assertThatThrownBy(() -> graph.head("postgres"))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessage("postgres has 2 heads: 0003 (dev.varve.revision.RevisionGraphTest$Third), 0003_fees"
                        + " (dev.varve.revision.RevisionGraphTest$Fees). Merge them (\"merge --database postgres\"), or let one"
                        + " follow the other with dependsOn.");
    }

    @Test
    void a_merge_has_both_heads_as_parents() {
        RevisionGraph graph = graph(First.class, Second.class, Third.class, Fees.class, Merged.class);

        assertThat(graph.head("postgres")).map(RevisionNode::id).contains("0004");
        assertThat(graph.get("postgres", "0004").parents()).containsExactly("0003", "0003_fees");
    }

    private final RevisionGraph line = graph(First.class, Second.class, Third.class, Ticks.class);

    private Set<String> resolve(String target, String... applied) {
        return new RevisionTarget(target).resolve(line, "postgres", List.of(applied));
    }

    @Test
    void targets_are_places_ids_abbreviations_and_distances() {
        assertThat(resolve("head")).containsExactlyInAnyOrder("0001", "0002_accounts", "0003");
        assertThat(resolve("base")).isEmpty();
        assertThat(resolve("0002_accounts")).containsExactlyInAnyOrder("0001", "0002_accounts");
        assertThat(resolve("0002")).containsExactlyInAnyOrder("0001", "0002_accounts");
        assertThat(resolve("+1", "0001")).containsExactlyInAnyOrder("0001", "0002_accounts");
        assertThat(resolve("-1", "0001", "0002_accounts")).containsExactly("0001");
        assertThat(resolve("0001+1")).containsExactlyInAnyOrder("0001", "0002_accounts");
        assertThat(resolve("head-1")).containsExactlyInAnyOrder("0001", "0002_accounts");
    }

    @Test
    void an_abbreviation_of_several_is_refused_with_all_of_them() {
        assertThatThrownBy(() -> resolve("000"))
                .hasMessage("\"000\" may be any of 0001, 0002_accounts, 0003 of postgres. Give more of the id.");
    }

    @Test
    void an_unknown_revision_is_refused_with_a_suggestion() {
        assertThatThrownBy(() -> resolve("0002_account5"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage(
                        "There is no revision \"0002_account5\" of postgres. Did you mean \"0002_accounts\"? \"history --database"
                                + " postgres\" lists them.");
    }

    @Test
    void a_distance_beyond_the_end_is_refused() {
        assertThatThrownBy(() -> resolve("+3", "0001"))
                .hasMessage("\"+3\" leads out of the history of postgres: only 2 revisions come after that.");
    }
}
