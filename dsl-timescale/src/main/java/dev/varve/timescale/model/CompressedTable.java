package dev.varve.timescale.model;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Firing;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.RowSecurity;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table whose chunks are compressed, and what TimescaleDB refuses of it on that account. */
record CompressedTable(Table table, Compression compression) {

    /** The first 2.minor that computes the default of a column that is added. */
    private static final int DEFAULTS = 25;

    /** The first 2.minor that removes constraints, adds keys, and adds checks and foreign keys of compressed rows. */
    private static final int REMOVALS = 15;

    private static final int CONSTRAINTS = 18;

    private static final int ROW_RULES = 20;

    /** The first 2.minor that switches triggers; 2.28.3 does, too. */
    private static final int SWITCHING = 29;

    private static final Pattern CAST = Pattern.compile("::\\s*(\"[^\"]*\"|[\\w. ])+(\\([\\d, ]*\\))?");
    private static final Pattern COMPUTED =
            Pattern.compile("(?i)[\\w\"]\\s*\\(|\\b(current_|local(time|timestamp)|session_user|user\\b)");

    private static final Pattern CONSTANT = Pattern.compile("(?i)-?[\\d.]+|'([^']|'')*'|true|false|null");

    void check(Database database) {
        if (table.facet(RowSecurity.class).isPresent()) {
            throw new RefusedException(
                    table.id(),
                    "The " + table.id() + " cannot have both row level security and a " + compression.description()
                            + "; TimescaleDB refuses that. End the one before the other, or put the rows that some may see into"
                            + " a view.");
        }
        table.constraints().values().stream()
                .filter(ExclusionConstraint.class::isInstance)
                .forEach(exclusion -> {
                    throw new RefusedException(
                            table.id(),
                            "Exclusion constraint \"" + exclusion.name() + "\" of " + table.id()
                                    + " is not checked in compressed rows; TimescaleDB refuses to compress such a table. Leave"
                                    + " one of the two out.");
                });
        database.owned(table.id()).stream()
                .filter(Trigger.class::isInstance)
                .forEach(trigger -> check((Trigger) trigger, database));
        TimescaleFacet.referencing(table, database).forEach(from -> compression.refuseReference(table, from));
    }

    void check(Trigger trigger, Database database) {
        boolean switches = TimescaleEdition.of(database).version().atLeast(SWITCHING);
        if (trigger.traits().firing() != Firing.ORIGIN && !switches) {
            throw new RefusedException(
                    trigger.id(),
                    "Trigger \"" + trigger.name() + "\" cannot be switched while " + table.id()
                            + " is compressed; TimescaleDB refuses that before 2." + SWITCHING
                            + ". Drop the trigger, and create it again when it shall run.");
        }
    }

    void checkAddition(Constraint constraint, Database database) {
        boolean rows = constraint instanceof CheckConstraint || constraint instanceof ForeignKeyConstraint;
        TimescaleEdition.require(
                table.id(), "Another constraint of the compressed rows", rows ? ROW_RULES : CONSTRAINTS, database);
    }

    void checkRemoval(Constraint constraint, Database database) {
        TimescaleEdition.require(table.id(), "Dropping a constraint of the compressed rows", REMOVALS, database);
    }

    void checkValidation(Constraint constraint) {
        refuse(constraint, "validated. Drop it, and add it again so that all rows are looked at");
    }

    void checkAlteration(Constraint constraint) {
        refuse(constraint, "altered. Drop it, and add it again as it shall be");
    }

    private void refuse(Constraint constraint, String what) {
        throw new RefusedException(
                table.id(),
                "While " + table.id() + " is compressed, TimescaleDB refuses that its constraint \"" + constraint.name()
                        + "\" is " + what + ", in the same revision.");
    }

    /** What TimescaleDB refuses on a compressed hypertable or, for the next value of a sequence, gets wrong. */
    void checkAddition(Column column, Database database) {
        TimescaleVersion version = TimescaleEdition.of(database).version();
        Optional<String> obstacle = obstacle(column, version.atLeast(DEFAULTS));
        obstacle.ifPresent(reason -> {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column.name() + "\" cannot be added to " + table.id() + ", which is compressed: it "
                            + reason + ". Add it nullable or with a constant default, then fill it and change it.");
        });
    }

    /** TimescaleDB lets only the compression and the statistics of columns change. */
    void checkChange(String column, ColumnProperty property) {
        if (property != ColumnProperty.COMPRESSION && property != ColumnProperty.STATISTICS) {
            throw new RefusedException(
                    table.id(),
                    "The " + property.word() + " of column \"" + column + "\" cannot change in " + table.id()
                            + ", which is compressed. Change it before the table is compressed.");
        }
    }

    void checkChange(Column old, Column next) {
        if (old.isGenerated() && !next.isGenerated()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of " + table.id()
                            + " cannot cease to be generated while the table is compressed; TimescaleDB refuses that.");
        }
        if (isIdentity(old) != isIdentity(next)) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of " + table.id() + " cannot "
                            + (isIdentity(next) ? "become an identity" : "cease to be an identity")
                            + " while the table is compressed; TimescaleDB refuses that. End its compression with"
                            + " dropCompression() before, and set it up again after it, in the same revision.");
        }
    }

    private static boolean isIdentity(Column column) {
        return column.value().filter(ColumnValue.Identity.class::isInstance).isPresent();
    }

    private static Optional<String> obstacle(Column column, boolean computes) {
        if (column.value().filter(ColumnValue.Serial.class::isInstance).isPresent()) {
            return Optional.of("counts with a sequence, which TimescaleDB leaves null in rows that are compressed");
        }
        if (column.value().isEmpty()) {
            return column.notNull() ? Optional.of("is not null and has no default") : Optional.empty();
        }
        if (!(column.value().get() instanceof ColumnValue.Default value)) {
            return Optional.of("is computed");
        }
        String text = CAST.matcher(value.expression().text()).replaceAll("");
        boolean constant = !COMPUTED.matcher(text).find()
                && (computes || CONSTANT.matcher(value.expression().text()).matches());
        return !constant
                ? Optional.of("has the default " + value.expression() + ", which is no constant")
                : Optional.empty();
    }
}
