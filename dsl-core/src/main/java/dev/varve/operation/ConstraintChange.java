package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What {@link AlterConstraint} can make of a constraint. */
public sealed interface ConstraintChange
        permits ConstraintChange.Deferring,
                ConstraintChange.Enforcing,
                ConstraintChange.Inheriting,
                ConstraintIndexChange {

    /** Whether PostgreSQL can change that in this constraint. */
    boolean concerns(Constraint constraint);

    /** The first version of PostgreSQL that can. */
    int since();

    /** The constraint afterwards. */
    Constraint of(Constraint constraint);

    /** The change that makes the constraint again what it is. */
    ConstraintChange back(Constraint constraint);

    /** What the constraint is made, in words that also {@code alter constraint} takes, if it is that which makes it so. */
    String words();

    /** The statements that make a constraint of a table so. */
    default List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
        Sql sql = Sql.of(
                "alter table {} alter constraint {} {}", table.name(), Identifier.of(constraint), Sql.raw(words()));
        return List.of(Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, hazards()));
    }

    /** What makes these statements dangerous on a busy table. */
    default Hazard[] hazards() {
        return new Hazard[0];
    }

    /** Why this constraint of all cannot be made so, in words that follow its name; empty if it can. */
    default Optional<String> obstacle(Table table, Constraint constraint) {
        return Optional.empty();
    }

    /** Another time at which a foreign key is checked. */
    record Deferring(Deferral deferral) implements ConstraintChange {

        @Override
        public boolean concerns(Constraint constraint) {
            return constraint instanceof ForeignKeyConstraint;
        }

        @Override
        public int since() {
            return 15;
        }

        @Override
        public Constraint of(Constraint constraint) {
            return constraint.deferring(deferral);
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Deferring(constraint.deferral());
        }

        @Override
        public String words() {
            return deferral.words();
        }
    }

    /** A foreign key that is enforced from now on, also for the rows that are there, or not any more. */
    record Enforcing(boolean enforced) implements ConstraintChange {

        @Override
        public boolean concerns(Constraint constraint) {
            return constraint instanceof ForeignKeyConstraint;
        }

        @Override
        public int since() {
            return 18;
        }

        @Override
        public Constraint of(Constraint constraint) {
            return constraint.enforcing(enforced ? Enforcement.ENFORCED : Enforcement.NOT_ENFORCED);
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Enforcing(constraint.enforcement() != Enforcement.NOT_ENFORCED);
        }

        @Override
        public String words() {
            return enforced ? "enforced" : "not enforced";
        }

        @Override
        public Hazard[] hazards() {
            return enforced
                    ? new Hazard[] {Hazard.SCANS_TABLE, Hazard.LOCKS_OTHER_TABLE}
                    : ConstraintChange.super.hazards();
        }

        @Override
        public Optional<String> obstacle(Table table, Constraint constraint) {
            return Optional.of("is enforced already for new rows, and not valid. Validate it instead")
                    .filter(why -> enforced && constraint.enforcement() == Enforcement.NOT_VALID);
        }
    }

    /** A not-null constraint that tables which inherit from this one have too, or not any more. */
    record Inheriting(boolean inherited) implements ConstraintChange {

        @Override
        public boolean concerns(Constraint constraint) {
            return constraint instanceof NotNullConstraint;
        }

        @Override
        public int since() {
            return 18;
        }

        @Override
        public Constraint of(Constraint constraint) {
            return constraint.inheriting(inherited);
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Inheriting(constraint.inherited());
        }

        @Override
        public String words() {
            return inherited ? "inherit" : "no inherit";
        }
    }
}
