package dev.varve.timescale;

import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.TableClause;
import dev.varve.model.Table;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.TimescaleFacet;
import java.util.Optional;

/** What can be said of a table only with TimescaleDB. */
sealed interface TimescaleClause extends TableClause {

    /** That it is a hypertable. */
    record Partitioned(Hypertable hypertable) implements TimescaleClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.with(hypertable);
        }

        @Override
        public Optional<String> once() {
            return Optional.of(hypertable.description());
        }
    }

    /** How and when its chunks are compressed. */
    record Compressed(CompressionSpec spec) implements TimescaleClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            Hypertable hypertable = Hypertable.of(table);
            Table compressed = table.with(spec.settings().settled(hypertable));
            return spec.policy()
                    .map(policy -> compressed.with(policy.settled(hypertable)))
                    .orElse(compressed);
        }

        @Override
        public Optional<String> once() {
            return Optional.of(spec.toString());
        }
    }

    /** What is said of it as it is. */
    record Stated(TimescaleFacet fact) implements TimescaleClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.with(fact);
        }

        @Override
        public Optional<String> once() {
            return Optional.of(fact.description());
        }

        @Override
        public boolean isAboutSameAs(TableClause other) {
            return other instanceof Stated stated && stated.fact.getClass() == fact.getClass();
        }
    }

    /** When its chunks are dropped. */
    record Retained(Policy policy) implements TimescaleClause {

        @Override
        public Table addTo(Table table, NamingConvention naming) {
            return table.with(policy.settled(Hypertable.of(table)));
        }

        @Override
        public Optional<String> once() {
            return Optional.of(policy.description());
        }
    }
}
