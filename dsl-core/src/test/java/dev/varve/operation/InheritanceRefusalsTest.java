package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses about tables that inherit is refused when the history is loaded. */
@Tag("laws")
class InheritanceRefusalsTest {

    private static final Table PLACES =
            table("places", column("code", "bigint"), column("town", "text")).plus(check("ck", "code > 0"));

    private static final Table CITIES =
            table("cities", column("people", "bigint")).with(Inheritance.from(List.of(PLACES.id())));

    private static final String IN_PARENT =
            " of table trading.places is inherited by table trading.cities, which has to have it with"
                    + " the same definition. Change it in table trading.places, or let the heir have it first.";

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, PLACES, CITIES);
    }

    @Test
    void what_is_inherited_is_not_changed_in_the_heir() {
        laws(new DropColumn(CITIES.id(), "town")).areRefusedWith("Column \"town\"" + IN_PARENT);
        laws(new RenameColumn(CITIES.id(), "town", "name")).areRefusedWith("Column \"town\"" + IN_PARENT);
        for (String type : List.of("numeric", "bigint")) {
            laws(new AlterColumnType(CITIES.id(), "code", TypeName.of(type), Optional.empty()))
                    .areRefusedWith(
                            "Column \"code\" of table trading.cities is inherited, and has the type that it has in"
                                    + " [table trading.places]. Change it there.");
        }
        laws(new DropConstraint(CITIES.id(), "ck")).areRefusedWith("Constraint \"ck\"" + IN_PARENT);
        laws(new RenameConstraint(CITIES.id(), "ck", "other")).areRefusedWith("Constraint \"ck\"" + IN_PARENT);
    }

    @Test
    void a_column_of_another_type_cannot_be_inherited() {
        laws(new AddColumn(PLACES.id(), Column.of("people", TypeName.of("text"))))
                .areRefusedWith("Column \"people\"" + IN_PARENT);
    }

    @Test
    void a_table_does_not_inherit_from_itself_nor_twice_from_another() {
        laws(new AddParent(PLACES.id(), CITIES.id()))
                .areRefusedWith("The table trading.places would inherit from itself.");
        laws(new AddParent(CITIES.id(), PLACES.id()))
                .areRefusedWith("The table trading.cities inherits from nothing, or twice from the same: [table"
                        + " trading.places, table trading.places]");
    }

    @Test
    void a_table_lacks_nothing_that_it_is_to_inherit() {
        Table ports = table("ports", column("code", "bigint"));
        laws(new AddParent(ports.id(), PLACES.id()))
                .given(ports)
                .areRefusedWith(
                        "Column \"town\" of table trading.places is inherited by table trading.ports, which has to"
                                + " have it with the same definition. Change it in table trading.places, or let the heir have it"
                                + " first.");
    }

    @Test
    void what_is_inherited_twice_is_stored_alike() {
        Table towns = table("towns", column("town", "text"));
        Table ports = table("ports").with(Inheritance.from(List.of(PLACES.id(), towns.id())));
        laws(new SetColumnProperty(towns.id(), "town", ColumnProperty.STORAGE, Optional.of("external")))
                .given(towns, ports)
                .areRefusedBeforehandWith(
                        "Column \"town\" of table trading.ports is inherited from [table trading.places,"
                                + " table trading.towns], which do not all store it alike, and PostgreSQL creates no table that inherits"
                                + " such columns. Give it the same storage in all of them.");
    }

    @Test
    void a_table_from_which_others_inherit_stays() {
        laws(new DropObject(PLACES.id()))
                .areRefusedWith("The table trading.places is used by table trading.cities. Change or drop what uses it"
                        + " first, in the same revision or an earlier one.");
    }

    @Test
    void a_column_that_an_index_of_an_heir_needs_stays() {
        laws(new DropColumn(PLACES.id(), "town"))
                .given(index("ix_cities_town", CITIES, IndexKey.column("town")))
                .areRefusedBeforehandWith(
                        "Column \"town\" of table trading.places is used by index trading.ix_cities_town."
                                + " Change or drop what uses it first, in the same revision or an earlier one.");
    }
}
