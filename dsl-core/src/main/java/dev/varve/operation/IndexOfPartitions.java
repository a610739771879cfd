package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Partitioning;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an index of a partitioned table is built while that is written, as PostgreSQL's documentation of {@code create index} advises: it is
 * made of the table only, then built concurrently for each partition, and these are attached.
 *
 * @param before the database without it
 * @param given the names that parts of it have been given
 */
record IndexOfPartitions(Database before, Set<QualifiedName> given) {

    IndexOfPartitions(Database before) {
        this(before, new HashSet<>());
    }

    /** Whether an index is one of a relation that has partitions. */
    static boolean isNeeded(Index index, Database database) {
        return database.find(index.on())
                .filter(IndexOfPartitions::isPartitioned)
                .isPresent();
    }

    private static boolean isPartitioned(SchemaObject relation) {
        return relation instanceof Table table
                        && table.facet(Partitioning.class).isPresent()
                || relation instanceof Partition partition
                        && partition.partitioning().isPresent();
    }

    void check(Index index) {
        Partition.under(index.on(), before)
                .filter(partition -> partition.foreign().isPresent())
                .forEach(partition -> {
                    throw new RefusedException(
                            index.id(),
                            "The " + index.id() + " would never be complete: the rows of " + partition.id()
                                    + " are on another server, where no index is built. Leave out concurrently.");
                });
    }

    List<Statement> statements(Index index) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(index.definitionOnly(), LockMode.SHARE));
        Partition.under(index.on(), before)
                .filter(partition -> partition.parent().equals(index.on()))
                .forEach(partition -> statements.addAll(part(index, partition)));
        statements.addAll(index.afterwards());
        return statements;
    }

    private List<Statement> part(Index whole, Partition partition) {
        QualifiedName name = KeptOfTable.nameOfPart(whole, partition, before, given);
        given.add(name);
        Index index = whole.named(name).on(partition.id());
        List<Statement> statements = new ArrayList<>(
                isPartitioned(partition) ? statements(index) : new CreateIndexConcurrently(index).building());
        statements.add(attach(whole, index.id()));
        return statements;
    }

    private static Statement attach(Index whole, ObjectId<Index> part) {
        return Statement.of(
                Sql.of("alter index {} attach partition {}", whole.name(), part.name()),
                LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
