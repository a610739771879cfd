package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The default that a column has in rows that are written into a partition by its name, where that is not the one of the table: {@code alter
 * table only trading.trades_old alter column city set default 'Oslo'}.
 *
 * @param value the default; none if empty, where the table has one
 */
public record PartitionDefault(ObjectId<?> on, String column, Optional<Expression> value)
        implements PartitionColumnMember, Reworded {

    /** The id of the default of a column of a partition. */
    public static ObjectId<PartitionDefault> id(QualifiedName partition, String column) {
        return new ObjectId<>(PartitionDefault.class, partition, '.' + column);
    }

    @Override
    public ObjectId<PartitionDefault> id() {
        return id(on.name(), column);
    }

    @Override
    public Table addedTo(Table partition) {
        return partition.alter(column, c -> c.valued(value.map(ColumnValue.Default::new)));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(PartitionColumnMember.super.requires(database));
        value.ifPresent(expression -> required.addAll(database.named(expression.qualifiedNames())));
        return required;
    }

    @Override
    public PartitionDefault of(ObjectId<?> partition) {
        return new PartitionDefault(partition, column, value);
    }

    @Override
    public Object said(Column other) {
        return other.value();
    }

    @Override
    public void check(Database database) {
        refuseSameBelow(database);
        Optional<ColumnValue> ofTable = above(database);
        if (ofTable.filter(v -> !(v instanceof ColumnValue.Default)).isPresent()) {
            throw new RefusedException(
                    id(),
                    "Column \"" + column + "\" of " + on + " is \""
                            + ofTable.get().clause() + "\" in its table and can have no default beside that.");
        }
        if (ofTable.equals(value.map(ColumnValue.Default::new))) {
            throw new RefusedException(
                    id(), "The " + id() + " is the one of its table; say defaultOfTable(\"" + column + "\").");
        }
    }

    /** What the column has without this. */
    private Optional<ColumnValue> above(Database database) {
        return ((Partition) database.get(on))
                .withMembers(database, this)
                .column(column)
                .value();
    }

    @Override
    public PartitionDefault following(Rename rename) {
        ObjectId<?> holder = Partition.columnsOf(on, rename);
        return new PartitionDefault(
                rename.newId(on).orElse(on),
                rename.followColumn(holder, column),
                value.map(expression -> rename.follow(holder, expression)));
    }

    @Override
    public PartitionDefault copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new PartitionDefault(on.named(scratch.apply(on.name())), column, value);
    }

    @Override
    public PartitionDefault inWordsOf(SchemaObject copy) {
        return new PartitionDefault(on, column, ((PartitionDefault) copy).value);
    }

    @Override
    public List<Statement> creation(Database database) {
        return statements(value, database);
    }

    @Override
    public List<Statement> removal(Database database) {
        Optional<Expression> ofTable = above(database).map(v -> ((ColumnValue.Default) v).expression());
        new PartitionDefault(on, column, ofTable).refuseSameBelow(database);
        return statements(ofTable, database);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        return Optional.of(creation(database));
    }

    private List<Statement> statements(Optional<Expression> other, Database database) {
        Sql change = other.map(v -> Sql.of("set default {}", v)).orElse(Sql.raw("drop default"));
        return spread(database)
                .map(partition -> Statement.of(
                        Sql.of(
                                "alter table only {} alter column {} {}",
                                partition.name(),
                                Identifier.of(column),
                                change),
                        LockMode.ACCESS_EXCLUSIVE))
                .toList();
    }
}
