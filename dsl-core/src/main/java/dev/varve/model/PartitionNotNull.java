package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** That a column is not null in a partition, though it may be in the table: {@code alter table trading.trades_old alter column city set not null}. */
public record PartitionNotNull(ObjectId<?> on, String column) implements PartitionColumnMember {

    /** The id of what makes a column of a partition not null. */
    public static ObjectId<PartitionNotNull> id(QualifiedName partition, String column) {
        return new ObjectId<>(PartitionNotNull.class, partition, '.' + column);
    }

    @Override
    public ObjectId<PartitionNotNull> id() {
        return id(on.name(), column);
    }

    @Override
    public Table addedTo(Table partition) {
        return partition.alter(column, c -> c.notNull(true));
    }

    @Override
    public PartitionNotNull of(ObjectId<?> partition) {
        return new PartitionNotNull(partition, column);
    }

    @Override
    public Object said(Column other) {
        return other.notNull();
    }

    @Override
    public void check(Database database) {
        refuseSameBelow(database);
        boolean already = ((Partition) database.get(on))
                .withMembers(database, this)
                .column(column)
                .notNull();
        if (already) {
            throw new RefusedException(
                    id(), "Column \"" + column + "\" of " + on + " is not null already, because of its table or key.");
        }
    }

    @Override
    public PartitionNotNull following(Rename rename) {
        return new PartitionNotNull(
                rename.newId(on).orElse(on), rename.followColumn(Partition.columnsOf(on, rename), column));
    }

    @Override
    public List<Statement> creation(Database database) {
        return List.of(statement("set", Hazard.SCANS_TABLE));
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(statement("drop"));
    }

    private Statement statement(String verb, Hazard... hazards) {
        return Statement.of(
                Sql.of("alter table {} alter column {} " + verb + " not null", on.name(), Identifier.of(column)),
                LockMode.ACCESS_EXCLUSIVE,
                hazards);
    }
}
