package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Sql;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of a publication, or a partition without the others of its table.
 *
 * @param columns the columns that are published; all if empty
 * @param where the rows that are published; all if empty
 */
public record PublishedTable(ObjectId<?> table, Set<String> columns, Optional<Expression> where) {

    public PublishedTable {
        columns = Collections.unmodifiableSet(new TreeSet<>(columns));
    }

    /** PostgreSQL would publish those that inherit from it, too, of which each has its own word here. */
    Sql clause(Database database) {
        Sql named = Sql.of(hasHeirs(database) ? "table only {}" : "table {}", table.name());
        Sql some = columns.isEmpty() ? named : named.then(Sql.of(" ({})", Sql.names(columns)));
        return where.map(condition -> some.then(Sql.of(" where ({})", condition)))
                .orElse(some);
    }

    private boolean hasHeirs(Database database) {
        return database.find(table)
                .filter(relation -> relation instanceof Table parent
                        && !parent.heirs(database).isEmpty())
                .isPresent();
    }

    /** A partition is known by its name, and its columns by those of its table. */
    Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Partition.requiredOn(table, database));
        where.ifPresent(condition -> required.addAll(database.named(condition.qualifiedNames())));
        required.add(table);
        return required;
    }

    void check(Publication publication, Database database) {
        Table relation = Partition.asTable(table, database);
        columns.forEach(relation::column);
        if (relation.isForeign() || relation.facet(Unlogged.class).isPresent()) {
            throw refused(
                    publication,
                    (relation.isForeign() ? "has its rows on another server" : "is not logged")
                            + "; PostgreSQL publishes nothing of it. Leave it out.");
        }
        boolean isSpread = Partition.partitioningOf(database.get(table)).isPresent();
        if (isSpread && !publication.viaRoot() && !isWhole()) {
            throw refused(
                    publication,
                    "is partitioned; PostgreSQL publishes some columns or rows of it only with"
                            + " viaPartitionRoot(). Say that, or publish the partitions.");
        }
    }

    private boolean isWhole() {
        return columns.isEmpty() && where.isEmpty();
    }

    private RefusedException refused(Publication publication, String why) {
        return new RefusedException(
                publication.id(), "The " + publication.id() + " cannot publish " + table + ", which " + why);
    }

    boolean uses(String column) {
        return columns.contains(column)
                || where.filter(condition -> condition.bareNames().contains(column))
                        .isPresent();
    }

    PublishedTable following(Rename rename) {
        return new PublishedTable(
                rename.newId(table).orElse(table),
                columns.stream()
                        .map(column -> rename.followColumn(table, column))
                        .collect(Collectors.toSet()),
                where.map(condition -> rename.follow(table, condition)));
    }

    PublishedTable saying(Optional<Expression> other) {
        return new PublishedTable(table, columns, other);
    }
}
