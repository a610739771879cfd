package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Builds an index, or all indexes of a relation, anew: {@code reindex index trading.ix_orders_symbol}. */
public record Reindex(ObjectId<?> object) implements Operation {

    @Override
    public String description() {
        return "reindex " + object;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(object);
    }

    @Override
    public List<Statement> statements(Database before) {
        String words = object.type() == Index.class ? "reindex index {}" : "reindex table {}";
        return List.of(Statement.of(Sql.of(words, object.name()), LockMode.ACCESS_EXCLUSIVE, Hazard.BUILDS_INDEX));
    }

    @Override
    public Database after(Database before) {
        before.get(object);
        return before;
    }

    /** An index says the same however often it is built. */
    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
