package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.constraintComment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.notNull;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class AlterConstraintTest {

    private static final Table FILLS = table("fills", column("a", "bigint"));

    private static final ForeignKeyConstraint KEY = foreignKey("new", "a", INSTRUMENTS, "id");

    private static OperationLaws laws(Constraint constraint, ConstraintChange change) {
        return OperationLaws.of(new AlterConstraint(FILLS.id(), "new", change))
                .given(SCHEMA, INSTRUMENTS, FILLS.plus(constraint))
                .given(constraintComment(FILLS, "new", "why"));
    }

    private static ConstraintChange deferring(Deferral deferral) {
        return new ConstraintChange.Deferring(deferral);
    }

    private static ConstraintChange enforcing(boolean enforced) {
        return new ConstraintChange.Enforcing(enforced);
    }

    @Test
    void its_sql_says_what_changes() {
        assertThat(new AlterConstraint(FILLS.id(), "new", deferring(Deferral.NOT_DEFERRABLE))
                        .statements(
                                Database.empty().plus(SCHEMA).plus(INSTRUMENTS).plus(FILLS.plus(KEY))))
                .hasToString("[alter table trading.fills alter constraint new not deferrable]");
    }

    @Test
    void a_foreign_key_is_checked_at_another_time() {
        for (Deferral from : Deferral.values()) {
            for (Deferral to : Deferral.values()) {
                laws(KEY.deferring(from), deferring(to)).hold();
            }
        }
        laws(KEY.enforcing(Enforcement.NOT_VALID), deferring(Deferral.INITIALLY_DEFERRED))
                .hold();
        laws(KEY.enforcing(Enforcement.NOT_ENFORCED), deferring(Deferral.INITIALLY_DEFERRED))
                .since(18)
                .hold();
    }

    @Test
    void a_foreign_key_is_enforced_or_not() {
        laws(KEY, enforcing(false)).since(18).hold();
        laws(KEY, enforcing(true)).since(18).hold();
        laws(KEY.enforcing(Enforcement.NOT_ENFORCED), enforcing(true)).since(18).hold();
        laws(KEY.enforcing(Enforcement.NOT_VALID), enforcing(false)).since(18).hold();
    }

    @Test
    void a_not_null_constraint_is_inherited_or_not() {
        laws(notNull("new", "a"), new ConstraintChange.Inheriting(false))
                .since(18)
                .hold();
        laws(notNull("new", "a").inheriting(false), new ConstraintChange.Inheriting(true))
                .since(18)
                .hold();
    }

    @Test
    void what_the_server_cannot_change_is_refused() {
        laws(check("new", "a > 0"), deferring(Deferral.INITIALLY_DEFERRED))
                .areRefusedWith(
                        "Constraint \"new\" of table trading.fills cannot be altered so: PostgreSQL has no deferrable"
                                + " initially deferred for a constraint of its kind. Drop it and add it again, in the same"
                                + " revision.");
        laws(KEY, enforcing(false))
                .before(18)
                .areRefusedWith("Constraint \"new\" of table trading.fills can be made not enforced from version 18 of"
                        + " PostgreSQL on; the server has version 15. Drop it and add it again, in the same revision.");
        laws(KEY.enforcing(Enforcement.NOT_VALID), enforcing(true))
                .since(18)
                .areRefusedBeforehandWith(
                        "Constraint \"new\" of table trading.fills is enforced already for new rows, and"
                                + " not valid. Validate it instead.");
    }
}
