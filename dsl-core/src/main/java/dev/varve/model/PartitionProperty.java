package dev.varve.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a partition stores the values of a column or plans with them, where that is not as in its table: {@code alter table only trading.trades_old
 * alter column note set storage external}.
 *
 * @param value as PostgreSQL writes it; what PostgreSQL chooses if empty, where the table says something
 */
public record PartitionProperty(ObjectId<?> on, String column, ColumnProperty property, Optional<String> value)
        implements PartitionColumnMember {

    /** The id of that property of a column of a partition. */
    public static ObjectId<PartitionProperty> id(QualifiedName partition, String column, ColumnProperty property) {
        return new ObjectId<>(PartitionProperty.class, partition, '.' + column + ' ' + property.word());
    }

    @Override
    public ObjectId<PartitionProperty> id() {
        return id(on.name(), column, property);
    }

    @Override
    public Table addedTo(Table partition) {
        return partition.alter(column, c -> c.with(property, value));
    }

    @Override
    public PartitionProperty of(ObjectId<?> partition) {
        return new PartitionProperty(partition, column, property, value);
    }

    @Override
    public Object said(Column other) {
        return other.property(property);
    }

    @Override
    public void checkChange(Table before, Table after) {
        if (property.goesForPartitions()) {
            PartitionColumnMember.super.checkChange(before, after);
        }
        if (property.goesWithType()) {
            checkType(before, after);
        }
    }

    private void checkType(Table before, Table after) {
        after.findColumn(column)
                .filter(next -> before.findColumn(column)
                        .filter(Predicate.not(old -> old.type().equals(next.type())))
                        .isPresent())
                .ifPresent(next -> {
                    throw new RefusedException(
                            id(),
                            "Column \"" + column + "\" of " + after.id() + " cannot get another type while " + on
                                    + " has its own " + property.word() + " of it: PostgreSQL would forget that. Say "
                                    + "propertyOfTable(\"" + column + "\", " + property.name()
                                    + ") of the partition first, and say it again afterwards.");
                });
    }

    @Override
    public void check(Database database) {
        refuseSameBelow(database);
        Column above = above(database);
        value.flatMap(said -> property.refusal(said, above.type())).ifPresent(reason -> {
            throw new RefusedException(id(), "The " + id() + " cannot be " + value.get() + ": " + reason + '.');
        });
        if (above.property(property).equals(above.with(property, value).property(property))) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " is the one of its table; say propertyOfTable(\"" + column + "\", "
                            + property.name() + ").");
        }
    }

    /** The column without this. */
    private Column above(Database database) {
        return ((Partition) database.get(on)).withMembers(database, this).column(column);
    }

    @Override
    public PartitionProperty following(Rename rename) {
        return new PartitionProperty(
                rename.newId(on).orElse(on),
                rename.followColumn(Partition.columnsOf(on, rename), column),
                property,
                value);
    }

    @Override
    public List<Statement> creation(Database database) {
        return statements(value, database);
    }

    @Override
    public List<Statement> removal(Database database) {
        Optional<String> ofTable = above(database).property(property);
        new PartitionProperty(on, column, property, ofTable).refuseSameBelow(database);
        return statements(ofTable, database);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    private List<Statement> statements(Optional<String> other, Database database) {
        Column above = above(database);
        return spread(database)
                .map(partition -> ColumnSetting.of("alter table only", partition.name(), above, property)
                        .statement(other, database.environment()))
                .toList();
    }
}
