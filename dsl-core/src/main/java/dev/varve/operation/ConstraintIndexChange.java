package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.Partitioning;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Another way in which the index of a key or an exclusion is kept. */
public sealed interface ConstraintIndexChange extends ConstraintChange {

    /** The index afterwards. */
    Storage of(Storage storage);

    @Override
    default boolean concerns(Constraint constraint) {
        return constraint.hasIndex();
    }

    @Override
    default int since() {
        return 15;
    }

    @Override
    default Constraint of(Constraint constraint) {
        return constraint.stored(of(constraint.storage()));
    }

    private static Statement altering(ObjectId<Table> table, String constraint, Sql clause, Hazard... hazards) {
        Sql sql = Sql.of("alter index {} {}", table.name().named(constraint), clause);
        return Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, hazards);
    }

    /** An index that is kept with these storage parameters and no others. */
    record Storing(Options parameters) implements ConstraintIndexChange {

        @Override
        public Storage of(Storage storage) {
            return storage.with(parameters);
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Storing(constraint.storage().parameters());
        }

        @Override
        public String words() {
            return parameters.isEmpty()
                    ? "stored as the server would"
                    : Sql.of("stored {}", Options.of(parameters.values()).with())
                            .text();
        }

        @Override
        public List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
            Options old = before.get(table).constraint(constraint).storage().parameters();
            return parameters.changes(old).stream()
                    .map(change -> altering(table, constraint, change))
                    .toList();
        }

        @Override
        public Optional<String> obstacle(Table table, Constraint constraint) {
            return table.facet(Partitioning.class)
                    .map(any ->
                            "has an index of partitions, whose storage parameters PostgreSQL does not change. Drop it and"
                                    + " add it again, in the same revision");
        }
    }

    /** An index that is kept in another tablespace; {@code pg_default} is the one of the database. */
    record Placing(String tablespace) implements ConstraintIndexChange {

        @Override
        public Storage of(Storage storage) {
            return storage.in(tablespace);
        }

        @Override
        public ConstraintChange back(Constraint constraint) {
            return new Placing(constraint.storage().tablespace().orElse("pg_default"));
        }

        @Override
        public String words() {
            return "stored in tablespace " + tablespace;
        }

        @Override
        public List<Statement> statements(ObjectId<Table> table, String constraint, Database before) {
            Sql clause = Sql.of("set tablespace {}", Identifier.of(tablespace));
            return List.of(altering(table, constraint, clause, Hazard.BUILDS_INDEX));
        }
    }
}
