package dev.varve.spi;

import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.DropFacet;
import dev.varve.operation.Operation;
import dev.varve.operation.SetFacet;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of fact about tables: how it is read back from a server, and by which operations it becomes true, different or untrue. */
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

    /** The operations that make the fact about a table another one; empty where it is not a fact. */
    default List<Operation> difference(ObjectId<Table> table, Optional<F> from, Optional<F> to) {
        return List.of(
                to.<Operation>map(facet -> new SetFacet(table, facet)).orElseGet(() -> new DropFacet(table, type())));
    }
}
