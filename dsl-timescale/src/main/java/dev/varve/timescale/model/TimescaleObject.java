package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A thing of which PostgreSQL knows nothing. Where there is no TimescaleDB it is kept in the state and makes no statements. */
public interface TimescaleObject extends SchemaObject {

    /** The statements that make it on a server with TimescaleDB. */
    List<Statement> making(Database database);

    /** The statements that remove it on a server with TimescaleDB. */
    List<Statement> unmaking(Database database);

    /** What must exist before it can, beside the extension. */
    Set<ObjectId<?>> leansOn();

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(leansOn());
        ObjectId<Extension> extension = Extension.id(TimescaleEdition.EXTENSION);
        if (database.has(extension)) {
            required.add(extension);
        }
        return required;
    }

    @Override
    default List<Statement> creation(Database database) {
        TimescaleEdition edition = TimescaleEdition.of(database);
        if (edition.license() == TimescaleEdition.License.APACHE) {
            throw new RefusedException(
                    id(),
                    "This server runs TimescaleDB under the Apache license, which has no " + id()
                            + ". Set timescaledb.license = 'timescale', or leave it out.");
        }
        return edition.isPlain() ? List.of() : making(database);
    }

    @Override
    default List<Statement> removal(Database database) {
        return TimescaleEdition.of(database).isPlain() ? List.of() : unmaking(database);
    }
}
