package dev.varve.spi;

import dev.varve.model.Facet;
import dev.varve.sql.QualifiedName;
import java.util.Map;
import java.util.Optional;

/** A kind of fact about tables, as it is read back from a server. */
public interface FacetType<F extends Facet> {

    /** The class of the facts. */
    Class<F> type();

    /**
     * The system catalog that has a row for each such fact, as {@link Catalog#holds} names it. Where that holds nothing of users, there is none.
     */
    default Optional<String> catalog() {
        return Optional.empty();
    }

    /** The fact about every table of which it is one, by the table's name. */
    Map<QualifiedName, F> introspect(Catalog catalog);
}
