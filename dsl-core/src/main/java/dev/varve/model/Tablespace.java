package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That the rows of a table are stored in a tablespace that is not the one of the database (<a
 * href="https://www.postgresql.org/docs/current/manage-ag-tablespaces.html">documentation</a>).
 */
public record Tablespace(String name) implements Facet {

    /** The tablespace of the database. */
    public static final Tablespace USUAL = new Tablespace("pg_default");

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Tablespace following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.TABLESPACE, Sql.of("tablespace {}", Identifier.of(name))));
    }

    /** What a partitioned table says goes for partitions to come only, so that it is said of those that are there, too. */
    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        Stream<Statement> below =
                Stream.of(table.id(), Partition.id(table.name())).flatMap(id -> ofPartitions(id, name, database));
        return Stream.concat(Stream.of(statement(table, name)), below).toList();
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return USUAL.alteration(table, Optional.empty(), database);
    }

    private static Stream<Statement> ofPartitions(ObjectId<?> table, String other, Database database) {
        return Partition.under(table, database)
                .filter(partition -> partition.parent().equals(table)
                        && partition.foreign().isEmpty()
                        && !database.has(PartitionFacet.id(partition.name(), Tablespace.class)))
                .flatMap(partition -> Stream.concat(
                        Stream.of(statement(partition.withMembers(database), other)),
                        ofPartitions(partition.id(), other, database)));
    }

    private static Statement statement(Table table, String other) {
        return Statement.of(
                Sql.of("alter {} set tablespace {}", table.address(), Identifier.of(other)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE);
    }
}
