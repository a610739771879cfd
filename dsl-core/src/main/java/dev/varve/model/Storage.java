package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How and where the rows of a relation are kept.
 *
 * @param parameters the storage parameters that differ from those of the server
 * @param tablespace empty for the one of the database
 */
public record Storage(Options parameters, Optional<String> tablespace) {

    public Storage {
        tablespace = tablespace.filter(name -> !name.equals("pg_default"));
    }

    /** As the server keeps rows if nothing is said. */
    public static Storage usual() {
        return new Storage(Options.none(), Optional.empty());
    }

    /** The same place with other parameters. */
    public Storage with(Options others) {
        return new Storage(others, tablespace);
    }

    /** The same parameters in a tablespace. */
    public Storage in(String other) {
        return new Storage(parameters, Optional.of(other));
    }

    /** The clauses of {@code create}, each with a blank before it. */
    Sql clauses() {
        return clauses("tablespace");
    }

    /** The clauses of a constraint for its index, each with a blank before it. */
    Sql indexClauses() {
        return clauses("using index tablespace");
    }

    private Sql clauses(String place) {
        Sql with = parameters.isEmpty() ? Sql.raw("") : Sql.of(" {}", parameters.with());
        return tablespace
                .map(name -> with.then(Sql.of(" " + place + " {}", Identifier.of(name))))
                .orElse(with);
    }

    /** The clauses of {@code alter} that turn another storage into this one. */
    List<Sql> changes(Storage from) {
        List<Sql> changes = new ArrayList<>(parameters.changes(from.parameters));
        if (!from.tablespace.equals(tablespace)) {
            changes.add(Sql.of("set tablespace {}", Identifier.of(tablespace.orElse("pg_default"))));
        }
        return changes;
    }
}
