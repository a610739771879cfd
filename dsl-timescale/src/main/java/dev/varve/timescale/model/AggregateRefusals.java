package dev.varve.timescale.model;

import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.RowSecurity;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.util.Optional;

/** What TimescaleDB would refuse about a continuous aggregate, as far as that is certain without asking it. */
record AggregateRefusals(ContinuousAggregate aggregate) {

    /** Looks for a source of which TimescaleDB makes no such aggregate. */
    void checkSource(SchemaObject source) {
        if (source instanceof Table table) {
            Hypertable.of(table).refuseWithoutClock(table);
            refuseSecured(table);
            refuseFunction(table);
        }
        if (source instanceof ContinuousAggregate below) {
            refuseWidth(below);
        }
    }

    private void refuseSecured(Table table) {
        if (table.facet(RowSecurity.class).filter(RowSecurity::enabled).isPresent()) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " cannot select from " + table.id()
                            + ", which has row level security: what is stored would be seen by everybody, and TimescaleDB"
                            + " refuses that. End its row level security before.");
        }
    }

    private void refuseFunction(Table table) {
        Hypertable.of(table).time().function().ifPresent(function -> {
            throw new RefusedException(
                    id(),
                    "The " + id() + " cannot select from " + table.id() + ", which is cut through " + function
                            + "; TimescaleDB refuses that. Keep the time in a column, and cut by that.");
        });
    }

    private void refuseWidth(ContinuousAggregate below) {
        Optional<BucketCall> own = aggregate.bucket();
        Optional<BucketCall> source = below.bucket();
        if (own.isPresent() && source.isPresent()) {
            own.get().obstacleOver(source.get()).ifPresent(obstacle -> {
                throw new RefusedException(
                        id(),
                        "The buckets of " + own.get() + " of " + id() + ' ' + obstacle + " in " + below.id()
                                + "; TimescaleDB refuses that. Choose a multiple of "
                                + source.get() + ", or select from the hypertable.");
            });
        }
    }

    /** Looks for refresh policies that are too short, or that overlap. */
    void checkWindows() {
        aggregate
                .refreshes()
                .forEach(policy -> aggregate
                        .fixedWidth()
                        .filter(policy::isShorterThanTwo)
                        .ifPresent(width -> {
                            throw new RefusedException(
                                    id(),
                                    "The refresh policy " + policy + " of " + id() + " is too short for its buckets of "
                                            + aggregate.bucket().orElseThrow()
                                            + "; TimescaleDB wants two of them between the begin and the end. Let it"
                                            + " look back further.");
                        }));
        for (int i = 1; i < aggregate.refreshes().size(); i++) {
            if (aggregate.refreshes().get(i - 1).overlaps(aggregate.refreshes().get(i))) {
                throw new RefusedException(
                        id(),
                        "Two refresh policies of " + id() + " overlap: "
                                + aggregate.refreshes().get(i - 1) + " and "
                                + aggregate.refreshes().get(i) + ". Let the one begin where the other ends.");
            }
        }
    }

    /** Looks for refresh policies that would fail whenever they run. */
    void checkOptions() {
        aggregate.refreshes().forEach(policy -> policy.options().check(id()));
    }

    /** Looks for a query that TimescaleDB surely refuses. */
    void checkQuery() {
        if (!aggregate.query().mentions("time_bucket")) {
            throw refused(
                    "The " + id() + " has no time_bucket in its query, by which it must group the time of its rows.");
        }
        aggregate.shape().obstacle().ifPresent(obstacle -> {
            throw refused("The query of " + id() + ' ' + obstacle
                    + ", which TimescaleDB refuses in a continuous aggregate. Say that in a view over the aggregate.");
        });
    }

    private ObjectId<?> id() {
        return aggregate.id();
    }

    private RefusedException refused(String message) {
        return new RefusedException(id(), message);
    }
}
