package dev.varve.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a table hands down to the tables that inherit from it: its columns without identities, and its checks and not-null constraints but for
 * those that say otherwise.
 */
record Heritage(Table from, List<Column> columns, List<Constraint> constraints) {

    private static final Set<ColumnProperty> GIVEN_AT_FIRST =
            EnumSet.of(ColumnProperty.STORAGE, ColumnProperty.COMPRESSION);

    /** Those that {@code alter table} sets in the heirs, too. */
    private static final Set<ColumnProperty> HANDED_DOWN =
            EnumSet.of(ColumnProperty.STORAGE, ColumnProperty.STATISTICS);

    static Heritage of(Table table) {
        return new Heritage(
                table,
                table.columns().stream().map(column -> given(column, table)).toList(),
                table.constraints().values().stream()
                        .filter(Heritage::isHandedDown)
                        .toList());
    }

    private static boolean isHandedDown(Constraint constraint) {
        return (constraint instanceof CheckConstraint || constraint instanceof NotNullConstraint)
                && constraint.inherited();
    }

    private static Column given(Column column, Table table) {
        Column given = column.valued(column.value().flatMap(value -> given(value, column, table)));
        for (ColumnProperty property : column.properties().keySet()) {
            given = GIVEN_AT_FIRST.contains(property) ? given : given.with(property, Optional.empty());
        }
        return given.notNull(column.notNull());
    }

    /** An heir of a column that numbers rows takes the numbers from the same sequence, unless that is an identity. */
    private static Optional<ColumnValue> given(ColumnValue value, Column column, Table table) {
        if (value instanceof ColumnValue.Identity) {
            return Optional.empty();
        }
        return Optional.of(
                value instanceof ColumnValue.Serial
                        ? new ColumnValue.Default(column.sequenceOfSerial(table.id())
                                .orElseThrow()
                                .next())
                        : value);
    }

    boolean hasConstraint(String name) {
        return constraints.stream().anyMatch(constraint -> constraint.name().equals(name));
    }

    /** A new table with what it inherits: the columns come first, and those that it also has itself are merged. */
    Table given(Table heir) {
        List<Column> first = columns.stream()
                .map(column -> heir.findColumn(column.name())
                        .map(mine -> merged(column, mine, heir))
                        .orElse(column))
                .toList();
        List<String> missing = columns.stream()
                .map(Column::name)
                .filter(name -> heir.findColumn(name).isEmpty())
                .toList();
        Table whole = heir.withFirst(first);
        List<Constraint> more = constraints.stream()
                .filter(constraint -> !heir.constraints().containsKey(constraint.name()))
                .toList();
        for (Constraint constraint : more) {
            whole = whole.plus(enforced(constraint));
        }
        return whole.with(Inheritance.of(heir)
                .giving(missing, more.stream().map(Constraint::name).toList()));
    }

    /** In a new table PostgreSQL takes every check for valid. */
    private static Constraint enforced(Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                ? constraint.enforcing(Enforcement.ENFORCED)
                : constraint;
    }

    private Column merged(Column inherited, Column own, Table heir) {
        boolean conflict = Inheritance.of(heir).givenColumns().contains(own.name())
                && !inherited.value().equals(own.value())
                && inherited.value().isPresent()
                && own.value().isPresent();
        if (conflict) {
            throw new RefusedException(
                    heir.id(),
                    "Column \"" + own.name() + "\" of " + heir.id() + " is inherited twice, with different defaults."
                            + " Give it one in the heir.");
        }
        Column merged = own.notNull(own.notNull() || inherited.notNull());
        return merged.value().isPresent() ? merged : merged.valued(inherited.value());
    }

    /** Looks for what the server would refuse about a table as an heir. */
    void check(Table heir) {
        if (from.facet(Partitioning.class).isPresent()) {
            throw new RefusedException(
                    heir.id(), "The " + from.id() + " is partitioned, and nothing can inherit from it.");
        }
        for (Column column : columns) {
            boolean same = heir.findColumn(column.name())
                    .filter(mine -> mine.type().equals(column.type())
                            && mine.collation().equals(column.collation())
                            && mine.isGenerated() == column.isGenerated()
                            && (mine.notNull() || !column.notNull()))
                    .isPresent();
            refuse(same, "Column", column.name(), heir);
        }
        for (Constraint constraint : constraints) {
            boolean same = Optional.ofNullable(heir.constraints().get(constraint.name()))
                    .filter(mine -> mine.enforcing(constraint.enforcement()).mayBe(constraint))
                    .isPresent();
            refuse(same, "Constraint", constraint.name(), heir);
        }
    }

    private void refuse(boolean same, String what, String name, Table heir) {
        if (!same) {
            throw new RefusedException(
                    heir.id(),
                    what + " \"" + name + "\" of " + from.id() + " is inherited by " + heir.id()
                            + ", which has to have it with the same definition. Change it in " + from.id()
                            + ", or let the heir have it first.");
        }
    }

    /** An heir after its parent, which handed that down, hands down something else. */
    Table followed(Heritage before, Table heir, Predicate<String> othersColumns, Predicate<String> othersConstraints) {
        Inheritance inheritance = Inheritance.of(heir);
        Predicate<String> goneColumn = name -> from.findColumn(name).isEmpty()
                && before.from.findColumn(name).isPresent()
                && inheritance.givenColumns().contains(name)
                && !othersColumns.test(name);
        Predicate<String> goneConstraint = name -> !hasConstraint(name)
                && before.hasConstraint(name)
                && inheritance.givenConstraints().contains(name)
                && !othersConstraints.test(name);
        Table rest = heir.withOnly(goneColumn.negate(), goneConstraint.negate())
                .with(inheritance.keeping(goneColumn.negate(), goneConstraint.negate()));
        return changed(before, added(before, rest));
    }

    private Table added(Heritage before, Table heir) {
        Table next = heir;
        List<Column> newColumns = columns.stream()
                .filter(column -> before.from.findColumn(column.name()).isEmpty()
                        && heir.findColumn(column.name()).isEmpty())
                .toList();
        List<Constraint> newConstraints = constraints.stream()
                .filter(constraint -> !before.hasConstraint(constraint.name())
                        && !heir.constraints().containsKey(constraint.name())
                        && !isKnown(constraint, heir))
                .toList();
        for (Column column : newColumns) {
            next = next.plus(column);
        }
        for (Constraint constraint : newConstraints) {
            next = next.plus(constraint);
        }
        return next.with(Inheritance.of(heir)
                .giving(
                        newColumns.stream().map(Column::name).toList(),
                        newConstraints.stream().map(Constraint::name).toList()));
    }

    /** A column that is not null already keeps the constraint that it has. */
    private static boolean isKnown(Constraint constraint, Table heir) {
        return constraint instanceof NotNullConstraint
                && constraint.notNull().stream()
                        .anyMatch(column ->
                                heir.findColumn(column).filter(Column::notNull).isPresent());
    }

    private Table changed(Heritage before, Table heir) {
        Table next = heir;
        for (Column column : columns) {
            Optional<Column> old = before.columns.stream()
                    .filter(c -> c.name().equals(column.name()))
                    .findFirst();
            if (old.isPresent()) {
                next = next.alter(column.name(), mine -> changedProperties(before, changed(old.get(), column, mine)));
            }
        }
        Map<String, Constraint> mine = next.constraints();
        for (Constraint constraint : constraints) {
            boolean changed = Stream.of(constraint).noneMatch(before.constraints::contains)
                    && before.hasConstraint(constraint.name())
                    && mine.containsKey(constraint.name());
            next = changed ? next.alterConstraint(constraint.name(), any -> constraint) : next;
        }
        return next;
    }

    private Column changed(Column old, Column now, Column mine) {
        Column next = mine;
        if (!old.type().equals(now.type()) || !old.collation().equals(now.collation())) {
            Column typed = mine.typed(now.type());
            next = now.collation().map(typed::collated).orElse(typed);
        }
        if (!old.value().equals(now.value())) {
            next = next.valued(now.value());
        }
        if (old.notNull() != now.notNull()) {
            next = next.notNull(now.notNull());
        }
        return next;
    }

    private Column changedProperties(Heritage before, Column mine) {
        Column next = mine;
        for (ColumnProperty property : HANDED_DOWN) {
            Optional<String> now = from.column(mine.name()).property(property);
            next = before.from.column(mine.name()).property(property).equals(now) ? next : next.with(property, now);
        }
        return next;
    }
}
