package dev.varve.timescale.model;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Firing;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.Partitioning;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.Rule;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.UniqueConstraint;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What TimescaleDB refuses of a table because it is a hypertable. */
record HypertableRefusals(Hypertable hypertable, Table table) {

    /** The first 2.minor that lets tables reference a hypertable. */
    private static final int REFERENCES = 16;

    /** The first 2.minor that switches triggers of hypertables. */
    private static final int SWITCHING = 27;

    void check(Database database) {
        hypertable.columns().forEach(column -> checkPartitioning(table.column(column)));
        hypertable.dimensions().forEach(dimension -> dimension.check(table));
        table.constraints().values().forEach(this::check);
        checkParts();
        database.users(table.id()).stream().map(database::get).forEach(user -> check(user, database));
    }

    private void check(Constraint constraint) {
        if (constraint instanceof PrimaryKeyConstraint key) {
            checkCovers(key.key().columns(), "Primary key \"" + key.name() + '"');
        } else if (constraint instanceof UniqueConstraint unique) {
            checkCovers(unique.key().columns(), "Unique constraint \"" + unique.name() + '"');
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            List<String> compared = exclusion.columns().toList();
            checkCovers(compared, "Exclusion constraint \"" + exclusion.name() + '"');
        } else if (constraint instanceof CheckConstraint rule && !rule.inherited()) {
            throw new RefusedException(
                    table.id(),
                    "Check \"" + rule.name() + "\" of hypertable " + table.name()
                            + " is not inherited, so that no chunk would have it; TimescaleDB refuses that. Leave out"
                            + " noInherit.");
        }
    }

    private void checkParts() {
        if (table.facet(Partitioning.class).isPresent()) {
            throw new RefusedException(
                    table.id(),
                    "Table " + table.name()
                            + " is partitioned by PostgreSQL and cannot be a hypertable as well. Leave one of"
                            + " the two out.");
        }
    }

    private void check(SchemaObject user, Database database) {
        if (user instanceof Index index && index.on().equals(table.id())) {
            check(index);
        } else if (user instanceof Trigger trigger && trigger.on().equals(table.id())) {
            check(trigger, database);
        } else if (user instanceof Rule rule && rule.on().equals(table.id())) {
            check(rule);
        }
    }

    void check(Index index) {
        if (index.unique()) {
            checkCovers(
                    index.keyColumns().toList(),
                    "Unique index \"" + index.name().name() + '"');
        }
    }

    void check(Trigger trigger, Database database) {
        boolean transition = !(trigger.traits().oldTable() + trigger.traits().newTable()).isEmpty();
        if (trigger.forEachRow() && transition) {
            throw new RefusedException(
                    trigger.id(),
                    "Trigger \"" + trigger.name() + "\" of hypertable " + table.name()
                            + " cannot see tables of old or new rows for each row; TimescaleDB refuses that. Let it run for each"
                            + " statement.");
        }
        if (trigger.traits().firing() != Firing.ORIGIN) {
            TimescaleEdition.require(trigger.id(), "Switching", SWITCHING, database);
        }
    }

    void check(Rule rule) {
        throw new RefusedException(
                rule.id(),
                "Hypertable " + table.name() + " cannot have " + rule.id()
                        + "; TimescaleDB refuses rules. Use a trigger, or a rule of a view.");
    }

    void checkConcurrently(Index index) {
        throw new RefusedException(
                table.id(),
                "Index \"" + index.name().name() + "\" of hypertable " + table.name()
                        + " cannot be made or removed concurrently; TimescaleDB refuses that. Leave out concurrently.");
    }

    void checkUsingIndex(Index index) {
        throw new RefusedException(
                table.id(),
                "Index \"" + index.name().name() + "\" of hypertable " + table.name()
                        + " cannot become that of a constraint; TimescaleDB refuses that. Drop it, and add the constraint.");
    }

    private void checkCovers(Collection<String> key, String what) {
        List<String> missing = hypertable.columns().stream()
                .filter(column -> !key.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            List<String> all = Stream.concat(key.stream(), missing.stream()).toList();
            throw new RefusedException(
                    table.id(),
                    what + " of hypertable " + table.name() + " lacks \"" + String.join("\" and \"", missing)
                            + "\", by which the table is partitioned; TimescaleDB can hold rows apart only within a chunk."
                            + " Use (" + String.join(", ", all) + ").");
        }
    }

    private void checkPartitioning(Column column) {
        if (column.isGenerated()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column.name() + "\" of " + table.id()
                            + " is generated; TimescaleDB cannot partition by such a column. Partition by another one.");
        }
    }

    void checkChange(Column old, Column next) {
        boolean hashed = hypertable
                .other(old.name())
                .filter(HashDimension.class::isInstance)
                .isPresent();
        if (hashed && !old.type().equals(next.type())) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of hypertable " + table.name() + " cannot become " + next.type()
                            + ": rows are spread by its hash, and TimescaleDB refuses that. Add a column of the other type, and"
                            + " fill it.");
        }
    }

    void checkReference(Table from, ForeignKeyConstraint key, Database database) {
        TimescaleEdition.require(table.id(), "A reference by foreign key \"" + key.name() + '"', REFERENCES, database);
        if (from.facet(Hypertable.class).isPresent()) {
            throw new RefusedException(
                    from.id(),
                    "Foreign key \"" + key.name() + "\" leads from hypertable " + from.name() + " to hypertable "
                            + table.name() + ", which TimescaleDB refuses. Leave it out.");
        }
    }
}
