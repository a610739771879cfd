package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

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

    /** The statements that make a constraint of a table so. */
    default List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
        Sql sql = Sql.of("alter table {} alter constraint {} {}", table.name(), Identifier.of(constraint), clause());
        return List.of(
                equals(new Enforcing(true))
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.SCANS_TABLE, Hazard.LOCKS_OTHER_TABLE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE));
    }

    private static Statement ofIndex(ObjectId<Table> table, String constraint, Sql clause, Hazard... hazards) {
        return Statement.of(
                Sql.of("alter index {} {}", table.name().named(constraint), clause),
                LockMode.ACCESS_EXCLUSIVE,
                hazards);
    }

    /** An index that is kept with these storage parameters and no others. */
    record Storing(Options parameters) implements ConstraintChange {

        @Override
        public boolean concerns(Constraint constraint) {
            return constraint.hasIndex();
        }

        @Override
        public int since() {
            return 15;
        }

        @Override
        public Constraint of(Constraint constraint) {
            return constraint.stored(constraint.storage().with(parameters));
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Storing(constraint.storage().parameters());
        }

        @Override
        public Sql clause() {
            return parameters.isEmpty()
                    ? Sql.raw("stored as the server would")
                    : Sql.of("stored {}", parameters.with());
        }

        @Override
        public List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
            Options old = before.get(table).constraint(constraint).storage().parameters();
            return parameters.changes(old).stream()
                    .map(change -> ofIndex(table, constraint, change))
                    .toList();
        }
    }

    /** An index that is kept in another tablespace; {@code pg_default} is the one of the database. */
    record Placing(String tablespace) implements ConstraintChange {

        @Override
        public boolean concerns(Constraint constraint) {
            return constraint.hasIndex();
        }

        @Override
        public int since() {
            return 15;
        }

        @Override
        public Constraint of(Constraint constraint) {
            return constraint.stored(constraint.storage().in(tablespace));
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Placing(constraint.storage().tablespace().orElse("pg_default"));
        }

        @Override
        public Sql clause() {
            return Sql.of("set tablespace {}", Identifier.of(tablespace));
        }

        @Override
        public List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
            return List.of(ofIndex(table, constraint, clause(), Hazard.BUILDS_INDEX));
        }
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
