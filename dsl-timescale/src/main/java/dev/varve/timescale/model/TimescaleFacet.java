package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A fact about a table that only TimescaleDB knows. Where there is none it is kept in the state and makes no statements. */
public interface TimescaleFacet extends Facet {

    /** The fact in words that can stand after the name of a table, such as {@code hypertable by timestamp every 1 hour}. */
    String description();

    /** The statements that make it true of a table on a server with TimescaleDB. */
    List<Statement> making(Table table, Database database);

    @Override
    default List<Statement> creation(Table table, Database database) {
        return TimescaleEdition.of(database).isPlain() ? List.of() : making(table, database);
    }

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        ObjectId<Extension> extension = Extension.id(TimescaleEdition.EXTENSION);
        return database.has(extension) ? Set.of(extension) : Set.of();
    }

    /** Refuses what the Apache license has not. */
    default void refuseUnderApache(ObjectId<?> subject, Database database) {
        if (TimescaleEdition.of(database).license() == TimescaleEdition.License.APACHE) {
            throw new RefusedException(
                    subject,
                    "This server runs TimescaleDB under the Apache license, which has no " + description() + " for "
                            + subject + ". Set timescaledb.license = 'timescale', or leave it out.");
        }
    }

    /** The foreign keys of other tables that reference this one. */
    static Stream<Table> referencing(Table table, Database database) {
        return database.users(table.id()).stream()
                .filter(user -> !user.equals(table.id()))
                .map(database::get)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(other -> other.constraints().values().stream()
                        .anyMatch(c -> c instanceof ForeignKeyConstraint key
                                && key.target().equals(table.id())));
    }

    /** Refuses references to a table whose chunks the fact makes vanish or change, because TimescaleDB drops the keys then. */
    default void refuseReference(Table table, Table from) {
        throw new RefusedException(
                from.id(),
                "The " + from.id() + " references hypertable " + table.name() + ", which has a " + description()
                        + ": TimescaleDB drops such a foreign key as a whole, or fails, once it handles a chunk. Leave out the"
                        + " foreign key.");
    }
}
