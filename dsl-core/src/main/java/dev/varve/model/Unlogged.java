package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That what is written into a table is not logged, so that it is fast and lost after a crash (<a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED">documentation</a>).
 */
public record Unlogged() implements Facet {

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Unlogged following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.PERSISTENCE, Sql.raw("unlogged")));
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        return from.isPresent() ? List.of() : List.of(statement(table, "unlogged"));
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(statement(table, "logged"));
    }

    private static Statement statement(Table table, String word) {
        return Statement.of(
                Sql.of("alter {} set " + word, table.address()), LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE);
    }

    @Override
    public void check(Table table, Database database) {
        refusePublished(table, database);
        database.users(table.id()).stream()
                .map(database::get)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(other -> other.constraints().values().stream()
                        .filter(c -> c instanceof ForeignKeyConstraint key
                                && key.target().equals(table.id()))
                        .forEach(c -> checkReference(table, other, (ForeignKeyConstraint) c, database)));
    }

    private static void refusePublished(Table table, Database database) {
        Stream.of(table.id(), Partition.id(table.name()))
                .flatMap(relation -> database.users(relation).stream()
                        .filter(user -> database.get(user) instanceof Publication publication
                                && publication.publishes(relation)))
                .findFirst()
                .ifPresent(publication -> {
                    throw new RefusedException(
                            table.id(),
                            "The " + table.id() + " is not logged, and " + publication
                                    + " publishes it; PostgreSQL publishes only tables that are. Take it out of"
                                    + " that first.");
                });
    }

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        if (from.facet(Unlogged.class).isEmpty()) {
            throw new RefusedException(
                    from.id(),
                    "Constraint \"" + key.name() + "\" of " + from.id() + " references " + table.id()
                            + ", which is not logged; PostgreSQL lets only unlogged tables do so. Set " + from.id()
                            + " unlogged, or " + table.id() + " logged.");
        }
    }
}
