package dev.varve.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.name;

import dev.varve.model.CompositeType;
import dev.varve.model.CompositeType.Attribute;
import dev.varve.model.TypeName;
import dev.varve.testing.OperationLaws;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameAttributeTest {

    private static final CompositeType AMOUNT = new CompositeType(
            name("amount"),
            List.of(Attribute.of("number", TypeName.of("numeric")), Attribute.of("unit", TypeName.of("text"))));

    @Test
    void an_attribute() {
        OperationLaws.of(new RenameAttribute(AMOUNT.id(), "unit", "currency"))
                .given(SCHEMA, AMOUNT)
                .hold();
    }

    @Test
    void an_attribute_that_is_not_there_is_refused() {
        OperationLaws.of(new RenameAttribute(AMOUNT.id(), "units", "currency"))
                .given(SCHEMA, AMOUNT)
                .areRefusedWith(
                        "There is no column \"units\" in composite type trading.amount. Did you mean \"unit\"?");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        OperationLaws.of(new RenameAttribute(AMOUNT.id(), "unit", "number"))
                .given(SCHEMA, AMOUNT)
                .areRefusedWith("The composite type trading.amount has an attribute twice: [number, number].");
    }
}
