package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Sql;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of a publication.
 *
 * @param columns the columns that are published; all if empty
 * @param where the rows that are published; all if empty
 */
public record PublishedTable(ObjectId<Table> table, Set<String> columns, Optional<Expression> where) {

    public PublishedTable {
        columns = Collections.unmodifiableSet(new TreeSet<>(columns));
    }

    Sql clause() {
        Sql named = Sql.of("table {}", table.name());
        Sql some = columns.isEmpty() ? named : named.then(Sql.of(" ({})", Sql.names(columns)));
        return where.map(condition -> some.then(Sql.of(" where ({})", condition)))
                .orElse(some);
    }

    boolean uses(String column) {
        return columns.contains(column)
                || where.filter(condition -> condition.bareNames().contains(column))
                        .isPresent();
    }

    PublishedTable following(Rename rename) {
        return new PublishedTable(
                rename.follow(table),
                columns.stream()
                        .map(column -> rename.followColumn(table, column))
                        .collect(Collectors.toSet()),
                where.map(condition -> rename.follow(table, condition)));
    }

    PublishedTable saying(Optional<Expression> other) {
        return new PublishedTable(table, columns, other);
    }
}
