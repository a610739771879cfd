package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.sql.Sql;

/** What {@link AlterConstraint} can make of a constraint. */
public sealed interface ConstraintChange {

    /** Whether PostgreSQL can change that in this constraint. */
    boolean concerns(Constraint constraint);

    /** The first version of PostgreSQL that can. */
    int since();

    /** The constraint afterwards. */
    Constraint of(Constraint constraint);

    /** The change that makes the constraint again what it is. */
    ConstraintChange back(Constraint constraint);

    /** The words of {@code alter constraint}. */
    Sql clause();

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
        public Sql clause() {
            return Sql.raw(deferral.words());
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
        public Sql clause() {
            return Sql.raw(enforced ? "enforced" : "not enforced");
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
        public Sql clause() {
            return Sql.raw(inherited ? "inherit" : "no inherit");
        }
    }
}
