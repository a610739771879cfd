package dev.varve.diff;

import static dev.varve.diff.SmallSchemas.column;
import static dev.varve.diff.SmallSchemas.holding;
import static dev.varve.diff.SmallSchemas.name;
import static dev.varve.diff.SmallSchemas.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.sql.Expression;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeirDifferenceTest {

    private static Database inheriting(Inheritance inheritance, Column... own) {
        return holding(
                        Table.of(name("places"), List.of(column("id", "integer"), column("city", "text"))),
                        Table.of(name("areas"), List.of(column("area", "integer"))))
                .plus(Table.of(name("ports"), List.of(own)).with(inheritance));
    }

    private static Inheritance from(String... parents) {
        return Inheritance.from(
                Arrays.stream(parents).map(parent -> Table.id(name(parent))).toList());
    }

    @Test
    void an_heir_has_by_itself_too_what_it_inherits_again() {
        Database given = inheriting(from("areas", "places"));
        Database own = inheriting(from("areas", "places"), column("id", "integer"), column("city", "text"));

        assertThat(words(Difference.between(given, own)))
                .containsExactly(
                        "let public.ports not inherit from public.places",
                        "let public.ports inherit from public.places");
        assertThat(Difference.between(own, own).operations()).isEmpty();
    }

    @Test
    void an_heir_does_not_cease_to_have_something_by_itself() {
        Database given = inheriting(from("places"));
        Database own = inheriting(from("places"), column("city", "text"));

        assertThat(Difference.between(own, given).obstacles())
                .hasToString(
                        "[It is not possible to set the inheritance of table public.ports: The table public.ports has [city] by itself,"
                                + " too, and is to have it from [table public.places] alone, which PostgreSQL does only when it creates a"
                                + " table. Declare it in the table, too, or drop the table and create it again.]");
        assertThat(Difference.between(given, own).obstacles())
                .hasToString(
                        "[It is not possible to set the inheritance of table public.ports: The table public.ports cannot have by"
                                + " itself, too, only some of what it has from [table public.places] alone. Let it inherit no more and"
                                + " inherit again, which makes all of it its own.]");
    }

    @Test
    void a_check_that_is_not_valid_is_added_when_those_that_inherit_it_are_there() {
        Constraint check =
                new CheckConstraint("ck_city", new Expression("city <> ''")).enforcing(Enforcement.NOT_VALID);
        Database without = inheriting(from("places"));
        Database with = new AddConstraint(Table.id(name("places")), check).after(without);

        assertThat(words(Difference.between(Database.empty(), with)))
                .containsExactly(
                        "create table public.areas",
                        "create table public.places",
                        "create table public.ports",
                        "add constraint ck_city to public.places");
    }

    @Test
    void a_type_changes_where_it_is_inherited_from() {
        Database narrow = inheriting(from("places"), column("id", "integer"));
        Database wide = holding(
                        Table.of(name("places"), List.of(column("id", "bigint"), column("city", "text"))),
                        Table.of(name("areas"), List.of(column("area", "integer"))))
                .plus(Table.of(name("ports"), List.of(column("id", "bigint"))).with(from("places")));

        assertThat(words(Difference.between(narrow, wide)))
                .containsExactly("change the type of column id of public.places to bigint");
    }
}
