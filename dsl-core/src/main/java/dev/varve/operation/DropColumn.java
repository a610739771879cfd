package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Inheritance;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Partition;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes a column: {@code alter table trading.orders drop column note}. The constraints and indexes of the table that lean on the
 * column go with it, as PostgreSQL has it; the way back makes them again. What others make of the column (a view, a foreign key
 * that references it, a trigger, a generated column) has to go first.
 */
public record DropColumn(ObjectId<Table> table, String column) implements Operation {

    @Override
    public String description() {
        return "drop column " + column + " from " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql sql = Sql.of("alter table {} drop column {}", table.name(), Identifier.of(column));
        return List.of(
                before.get(table).column(column).isGenerated()
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.BREAKS_OLD_CODE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.DELETES_DATA, Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        before.get(table).column(column);
        refuseUsers(before);
        Database rest = before;
        for (SchemaObject leaning : vanishing(before)) {
            rest = rest.minus(leaning.id());
        }
        Database after = rest.alter(table, t -> t.minusColumn(column));
        List<ObjectId<?>> broken = after.brokenBy(table);
        if (!broken.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, broken);
        }
        return after;
    }

    private void refuseUsers(Database before) {
        List<Object> users = new ArrayList<>(ColumnUsers.of(table, column, before));
        for (Facet facet : before.get(table).facets().values()) {
            if (facet.columns().contains(column)) {
                users.add("the " + facet.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " of the table");
            }
        }
        for (Constraint constraint : before.get(table).constraints().values()) {
            if (constraint instanceof ExclusionConstraint && constraint.computesWith(column)) {
                users.add("constraint " + constraint.name());
            }
        }
        for (ObjectId<?> user : before.users(table)) {
            if (before.get(user) instanceof Table other && referencesColumn(other, before)) {
                users.add(user);
            }
        }
        users.addAll(usersInHeirs(table, before));
        if (!users.isEmpty()) {
            throw new ObjectInUseException(table, "Column \"" + column + "\" of " + table, users);
        }
    }

    /** What leans on the column in tables that inherit it would go with it, and is not brought back. */
    private List<Object> usersInHeirs(ObjectId<Table> parent, Database before) {
        List<Object> users = new ArrayList<>();
        for (Table heir : before.get(parent).heirs(before)) {
            before.owned(heir.id()).stream()
                    .filter(owned -> owned.vanishesWith(column, before))
                    .forEach(owned -> users.add(owned.id()));
            heir.constraints().values().stream()
                    .filter(constraint ->
                            constraint.uses(column) && !before.get(parent).hands(constraint.name()))
                    .forEach(constraint -> users.add("constraint " + constraint.name() + " of " + heir.id()));
            users.addAll(usersInHeirs(heir.id(), before));
        }
        return users;
    }

    private boolean referencesColumn(Table other, Database before) {
        return other.constraints().values().stream()
                .anyMatch(c -> c instanceof ForeignKeyConstraint key
                        && key.references(table, before)
                        && key.targetColumns().contains(column));
    }

    /** The indexes, the comment and whatever else PostgreSQL removes with the column. */
    private List<SchemaObject> vanishing(Database before) {
        Stream<SchemaObject> ofPartitions = before.users(table).stream()
                .<SchemaObject>map(before::get)
                .filter(user -> user.owner()
                        .filter(owner -> owner.type() == Partition.class)
                        .isPresent());
        return Stream.concat(before.owned(table).stream(), ofPartitions)
                .filter(owned -> owned.vanishesWith(column, before))
                .toList();
    }

    @Override
    public Reversal reversal(Database before) {
        Table old = before.get(table);
        Column dropped = old.column(column);
        List<Operation> operations = new ArrayList<>();
        operations.addAll(adding(dropped, old.notNullConstraint(column)));
        old.constraints().values().stream()
                .filter(constraint -> constraint.uses(column) && !(constraint instanceof NotNullConstraint))
                .forEach(constraint -> operations.add(new AddConstraint(table, constraint)));
        vanishing(before).stream()
                .flatMap(object -> before.withOwned(object.id()).stream())
                .forEach(object -> operations.add(new CreateObject(object)));
        operations.addAll(NotByDefault.after(operations, this, table, before));
        List<String> lost = new ArrayList<>(valuesOf(table, dropped));
        old.heirs(before).stream()
                .filter(heir -> Inheritance.of(heir).givenColumns().contains(column))
                .forEach(heir -> lost.addAll(new DropColumn(heir.id(), column)
                        .reversal(before).lost().stream()
                                .filter(what -> what.startsWith("the values"))
                                .toList()));
        if (!old.columns().get(old.columns().size() - 1).equals(dropped)) {
            lost.add("the position of " + table.name() + '.' + column + ", which comes back as the last column");
        } else {
            inAnotherPlace(before)
                    .forEach(partition -> lost.add(
                            "the position of " + partition + '.' + column + ", which comes back as the last column"));
        }
        return Reversal.losing(lost, operations);
    }

    /** The partitions of which it is not the last column. */
    private Stream<QualifiedName> inAnotherPlace(Database before) {
        return Partition.under(table, before)
                .filter(partition -> partition.order().isOwn())
                .map(partition -> partition.apart(before))
                .filter(apart ->
                        !apart.columns().get(apart.columns().size() - 1).name().equals(column))
                .map(Table::name);
    }

    /** A column that is not null already could get no constraint that says so under its own name. */
    private List<Operation> adding(Column dropped, Optional<NotNullConstraint> named) {
        if (named.isEmpty()) {
            return List.of(new AddColumn(table, dropped));
        }
        Optional<ColumnValue.Identity> identity =
                dropped.value().filter(ColumnValue.Identity.class::isInstance).map(ColumnValue.Identity.class::cast);
        Column nullable = identity.isPresent() ? dropped.valued(Optional.empty()) : dropped;
        List<Operation> operations = new ArrayList<>();
        operations.add(new AddColumn(table, nullable.notNull(false)));
        operations.add(new AddConstraint(table, named.get()));
        identity.ifPresent(value -> operations.add(new SetIdentity(table, column, Optional.of(value))));
        return operations;
    }

    /** What is lost when a column goes: nothing if its values are computed. */
    static List<String> valuesOf(ObjectId<Table> table, Column column) {
        return column.isGenerated() ? List.of() : List.of("the values of " + table.name() + '.' + column.name());
    }
}
