package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.OperatorDefinition.Partners;
import dev.varve.sql.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorDefinitionTest {

    private static final TypeName INTEGER = TypeName.of("integer");

    private final Database database = Database.empty().plus(new Schema("shop"));

    private static OperatorDefinition operator(String symbol) {
        return OperatorDefinition.of(
                QualifiedName.of("shop", symbol),
                Optional.of(INTEGER),
                INTEGER,
                QualifiedName.of("pg_catalog", "int4eq"));
    }

    private static Partners negator(String symbol) {
        return new Partners(Optional.empty(), Optional.of(QualifiedName.of("shop", symbol)));
    }

    @Test
    void refusesToBeItsOwnNegator() {
        assertThatThrownBy(() -> database.plus(operator("===").beside(negator("==="))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("its own negator");
    }

    @Test
    void refusesANegatorThatIsNotThere() {
        assertThatThrownBy(() -> database.plus(operator("===").beside(negator("<!>"))))
                .isInstanceOf(UnknownObjectException.class);
    }

    @Test
    void refusesANegatorThatHasAnotherOne() {
        Database taken = database.plus(operator("===")).plus(operator("<!>").beside(negator("===")));
        assertThatThrownBy(() -> taken.plus(operator("!==").beside(negator("==="))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another negator");
    }

    @Test
    void cannotBeRenamed() {
        assertThatThrownBy(() -> operator("===").named(QualifiedName.of("shop", "!==")))
                .isInstanceOf(RefusedException.class);
    }
}
