package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that make a new partition. PostgreSQL gives it its columns in the order of the table, and takes a table with another order for
 * a partition (<a href="https://www.postgresql.org/docs/current/sql-altertable.html">documentation</a>).
 */
record PartitionCreation(Partition partition, Database database) {

    List<Statement> statements() {
        return partition.order().isOwn() ? inOrder() : asPart();
    }

    private List<Statement> inOrder() {
        Table apart = partition.apart(database);
        Table spread = partition.partitioning().map(apart::with).orElse(apart);
        Sql attach = Sql.of(
                "alter table {} attach partition {} {}",
                partition.parent().name(),
                partition.name(),
                partition.bound());
        return Stream.concat(spread.creation(database).stream(), Stream.of(Statement.of(attach, partition.lock())))
                .toList();
    }

    private List<Statement> asPart() {
        Sql create = Sql.of(
                "create {} partition of {} {}",
                partition.address(),
                partition.parent().name(),
                partition.bound());
        Sql further = partition
                .partitioning()
                .map(spread -> create.then(Sql.of(" {}", spread.clause())))
                .orElse(create);
        Sql whole = partition
                .foreign()
                .map(elsewhere -> further.then(Sql.of(" {}", elsewhere.clause())))
                .orElse(further);
        return Stream.concat(Stream.of(Statement.of(whole, partition.lock())), settings())
                .toList();
    }

    /** What of its table does not come with it. A copy, made to see how PostgreSQL prints it, is in no state and needs none of that. */
    private Stream<Statement> settings() {
        return database.has(partition.parent())
                ? partition.above(database).columns().stream()
                        .flatMap(Column::settingsOfPartition)
                        .map(setting -> Statement.of(
                                Sql.of("alter table only {} {}", partition.name(), setting),
                                LockMode.SHARE_UPDATE_EXCLUSIVE))
                : Stream.empty();
    }
}
