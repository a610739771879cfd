package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropObject;
import dev.varve.operation.RenameObject;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutineTest {

    private static final QualifiedName DOUBLED = QualifiedName.of("public", "doubled");
    private static final Table SALES = Table.of(
            QualifiedName.of("public", "sales"),
            List.of(Column.of("id", TypeName.of("integer")), Column.of("price", TypeName.of("numeric"))));

    private static Function doubled(String type) {
        return new Function(
                DOUBLED,
                List.of(Argument.of("a", TypeName.of(type))),
                type,
                "sql",
                Volatility.IMMUTABLE,
                false,
                "select a || a");
    }

    private static Function parsed(String name, String body) {
        return Function.of(QualifiedName.of("public", name))
                .returning("numeric")
                .doing(new RoutineBody.Parsed(new Query(body)));
    }

    @Test
    void a_table_does_not_vanish_under_a_body_that_was_read() {
        Database database =
                Database.empty().plus(SALES).plus(parsed("total", "return (select sum(s.price) from public.sales s)"));

        assertThatThrownBy(() -> new DropObject(SALES.id()).after(database)).isInstanceOf(ObjectInUseException.class);
        assertThatThrownBy(() -> new DropColumn(SALES.id(), "price").after(database))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_body_that_was_read_names_no_argument_without_a_name() {
        RoutineBody body = new RoutineBody.Parsed(new Query("select d.a"));

        assertThat(body.ofRenamed(
                        "d",
                        "e",
                        List.of(Argument.of("", TypeName.of("integer")), Argument.of("a", TypeName.of("integer")))))
                .isEqualTo(new RoutineBody.Parsed(new Query("select e.a")));
    }

    @Test
    void a_body_that_was_read_names_its_columns() {
        assertThatThrownBy(() -> Database.empty()
                        .plus(SALES)
                        .plus(parsed("total", "begin atomic select * from public.sales; end")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("name them");
    }

    @Test
    void an_overload_that_is_called_in_a_text_keeps_its_name() {
        Database database = Database.empty()
                .plus(doubled("text"))
                .plus(doubled("varchar"))
                .plus(parsed("caller", "return length(public.doubled('a'::text))"));

        assertThatThrownBy(() -> new RenameObject(doubled("text").id(), "twice").after(database))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("may call");
    }

    @Test
    void only_what_differs_is_altered() {
        Function before = doubled("text").setting("work_mem", "64MB");
        Function after = before.planned(
                        before.planning().strict(true).estimated(Estimate.USUAL.costing(BigDecimal.valueOf(5))))
                .running(before.traits().resetting("work_mem"));
        Database database = Database.empty().plus(before);

        assertThat(AlterObject.to(after).statements(database).toString())
                .contains("alter function public.doubled(text) strict cost 5 reset \"work_mem\"".replace("\"", ""));
    }

    @Test
    void the_usual_cost_and_rows_are_no_difference() {
        Function usual = doubled("text");
        Estimate said = Estimate.USUAL.costing(BigDecimal.valueOf(100)).giving(BigDecimal.valueOf(1000));

        assertThat(usual.planned(usual.planning().estimated(said))).isEqualTo(usual);
    }

    @Test
    void transition_tables_belong_to_one_kind_of_change() {
        Function called = Function.of(QualifiedName.of("public", "note")).returning("trigger");
        Trigger trigger = new Trigger(
                        "compare",
                        SALES.id(),
                        Trigger.Timing.AFTER,
                        Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                        List.of(),
                        false,
                        Optional.empty(),
                        called.id(),
                        List.of())
                .with(TriggerTraits.PLAIN.newTable("fresh"));
        Database database = Database.empty().plus(SALES).plus(called);

        assertThatThrownBy(() -> new CreateObject(trigger).after(database))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Make a trigger for each");
        assertThatThrownBy(() -> new CreateObject(trigger.with(TriggerTraits.PLAIN.constraint(Deferral.NOT_DEFERRABLE)))
                        .after(database))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("for each row");
    }
}
