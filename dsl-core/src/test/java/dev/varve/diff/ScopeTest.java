package dev.varve.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.Ownership;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.Unlogged;
import dev.varve.model.View;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Table ORDERS = table("shop", "orders");
    private static final Table TRAIL = table("audit", "trail");

    private static final Database ALL = Database.holding(
            Database.empty().environment(),
            List.of(
                    new Schema("shop"),
                    new Schema("audit"),
                    ORDERS,
                    TRAIL,
                    new Comment(TRAIL.id(), "", "Who did what"),
                    new Ownership(ORDERS.id(), "clerk"),
                    new View(QualifiedName.of("shop", "open"), new Query("select id from shop.orders"))));

    private static Table table(String schema, String name) {
        return Table.of(QualifiedName.of(schema, name), List.of(Column.of("id", TypeName.of("integer"))));
    }

    private static List<String> in(Scope scope) {
        return scope.of(ALL, Database.empty())
                .objects()
                .map(SchemaObject::id)
                .map(Object::toString)
                .sorted()
                .toList();
    }

    @Test
    void a_schema_is_left_out_with_all_that_is_in_it() {
        assertThat(in(Scope.EVERYTHING.excluding("audit.*", "ownership:*")))
                .containsExactly("schema shop", "table shop.orders", "view shop.open");
    }

    @Test
    void a_schema_comes_with_what_is_included_of_it() {
        assertThat(in(Scope.EVERYTHING.including("audit.tr?il")))
                .hasSize(3)
                .contains("schema audit", "table audit.trail")
                .noneMatch(id -> id.contains("shop"));
    }

    @Test
    void a_kind_can_be_left_out() {
        assertThat(in(Scope.EVERYTHING.excluding("view:*", "audit.*").withoutOwners()))
                .containsExactly("schema shop", "table shop.orders");
        assertThat(in(Scope.EVERYTHING.where(object -> !(object instanceof Table))))
                .containsExactly("schema audit", "schema shop", "view shop.open");
    }

    @Test
    void what_is_out_of_scope_stays_as_it_is() {
        Scope scope = Scope.EVERYTHING.excluding("audit.*");
        Database less = ALL.minus(TRAIL.id());

        assertThat(Difference.between(less, scope.of(ALL, less)).isEmpty()).isTrue();
        assertThat(Difference.between(ALL, scope.of(less, ALL)).isEmpty()).isTrue();
        assertThat(Difference.between(ALL, Scope.EVERYTHING.of(less, ALL)).isEmpty())
                .isFalse();
    }

    @Test
    void facts_about_tables_can_be_ignored() {
        Table other = ORDERS.with(new Unlogged())
                .alter("id", column -> column.with(ColumnProperty.STATISTICS, Optional.of("500")));
        Database changed = ALL.alter(ORDERS.id(), table -> other);
        Scope scope = Scope.EVERYTHING.ignoring("unlogged", "column statistics");

        assertThat(scope.of(changed, ALL)).isEqualTo(ALL);
        assertThat(scope.of(ALL, changed)).isEqualTo(changed);
        assertThat(Scope.EVERYTHING.ignoring("unlogged").of(changed, ALL).get(ORDERS.id()))
                .isEqualTo(other.without(Unlogged.class));
    }

    @Test
    void a_kind_of_objects_can_be_ignored() {
        assertThat(in(Scope.EVERYTHING.ignoring("comment", "ownership", "view")))
                .containsExactly("schema audit", "schema shop", "table audit.trail", "table shop.orders");
    }

    @Test
    void there_are_names_for_kinds() {
        assertThatThrownBy(() -> Scope.EVERYTHING.ignoring("row securty"))
                .hasMessageStartingWith("There is no kind \"row securty\" that could be ignored. Did you mean \"row"
                        + " security\"? There are access method, aggregate, ");
    }

    @Test
    void a_pattern_has_to_name_something() {
        assertThatThrownBy(() -> Scope.EVERYTHING.including("audit."))
                .hasMessage("The pattern \"audit.\" names nothing. Write [kind:][schema.]name, such as \"audit.*\" or"
                        + " \"policy:*\".");
    }
}
