package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.constraintComment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.notNull;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class ValidateConstraintTest {

    private static final Table FILLS = table("fills", column("a", "bigint"));

    private static OperationLaws laws(Constraint constraint) {
        return OperationLaws.of(new ValidateConstraint(FILLS.id(), "new"))
                .given(SCHEMA, INSTRUMENTS, FILLS.plus(constraint))
                .givenRows("insert into trading.instruments (id) values (7)", "insert into trading.fills values (7)");
    }

    @Test
    void its_sql_names_the_constraint() {
        assertThat(new ValidateConstraint(FILLS.id(), "new").statements(Database.empty()))
                .hasToString("[alter table trading.fills validate constraint new]");
    }

    @Test
    void a_constraint_that_left_rows_out() {
        laws(check("new", "a > 0").enforcing(Enforcement.NOT_VALID))
                .given(constraintComment(FILLS, "new", "why"))
                .hold();
        laws(foreignKey("new", "a", INSTRUMENTS, "id").enforcing(Enforcement.NOT_VALID))
                .hold();
        laws(notNull("new", "a").enforcing(Enforcement.NOT_VALID))
                .given(constraintComment(FILLS, "new", "why"))
                .since(18)
                .hold();
    }

    @Test
    void a_constraint_that_is_valid_stays_so() {
        laws(check("new", "a > 0")).hold();
    }

    @Test
    void a_constraint_that_cannot_be_validated_is_refused() {
        laws(unique("new", "a"))
                .areRefusedWith(
                        "Constraint \"new\" of table trading.fills is always valid; only a check, a foreign key or a"
                                + " not-null constraint may not be.");
        laws(check("new", "a > 0").enforcing(Enforcement.NOT_ENFORCED))
                .since(18)
                .areRefusedWith("Constraint \"new\" of table trading.fills is not enforced, so nothing keeps it valid."
                        + " Let it be enforced instead.");
    }
}
