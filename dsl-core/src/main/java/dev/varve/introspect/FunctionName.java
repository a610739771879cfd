package dev.varve.introspect;

import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The name of a function that a catalog refers to by its oid. */
final class FunctionName {

    private FunctionName() {}

    /** What selects the name under an alias. */
    static String of(String oid, String alias) {
        return "(select array[fn.nspname, f.proname]::text[] from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace"
                + " where f.oid = " + oid + ") as " + alias;
    }

    /** The name that was selected under an alias; empty if it refers to none. */
    static Optional<QualifiedName> in(Row row, String alias) {
        List<String> parts = row.texts(alias);
        return parts.isEmpty() ? Optional.empty() : Optional.of(QualifiedName.of(parts.get(0), parts.get(1)));
    }
}
