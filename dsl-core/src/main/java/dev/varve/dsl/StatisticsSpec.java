package dev.varve.dsl;

import dev.varve.model.ExtendedStatistics;
import dev.varve.model.ExtendedStatistics.Kind;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Extended statistics as they are written; with their name alone they stand for some that are already there. */
public record StatisticsSpec(
        QualifiedName name, Optional<ObjectId<?>> on, Set<Kind> kinds, List<Expression> keys, Optional<Integer> target)
        implements Named, Creation, Replacement, Alterable<StatisticsSpec.Alteration> {

    public StatisticsSpec {
        kinds = Set.copyOf(kinds);
        keys = List.copyOf(keys);
    }

    static StatisticsSpec of(String name) {
        return new StatisticsSpec(
                QualifiedName.of("public", name), Optional.empty(), Set.of(), List.of(), Optional.empty());
    }

    /** Puts the statistics into a schema. */
    public StatisticsSpec inSchema(String schema) {
        return new StatisticsSpec(name.inSchema(schema), on, kinds, keys, target);
    }

    /** Gathers what is common to these columns of a table. */
    public StatisticsSpec on(TableReference table, String... columns) {
        return on(table.id(), columns);
    }

    /** Gathers what is common to these columns of a partition. */
    public StatisticsSpec on(PartitionSpec partition, String... columns) {
        return on(partition.id(), columns);
    }

    /** Gathers what is common to these columns of a materialized view. */
    public StatisticsSpec on(MaterializedViewSpec view, String... columns) {
        return on(view.id(), columns);
    }

    private StatisticsSpec on(ObjectId<?> relation, String... columns) {
        List<Expression> all = Arrays.stream(columns)
                .map(column -> new Expression(Identifier.of(column).sql()))
                .toList();
        return new StatisticsSpec(name, Optional.of(relation), kinds, all, target);
    }

    /** Gathers an expression, too. */
    public StatisticsSpec and(Expression expression) {
        List<Expression> more = new ArrayList<>(keys);
        more.add(expression);
        return new StatisticsSpec(name, on, kinds, more, target);
    }

    /** Gathers only this. */
    public StatisticsSpec kinds(Kind... some) {
        return new StatisticsSpec(name, on, Set.of(some), keys, target);
    }

    /** Looks at that many values. */
    public StatisticsSpec target(int values) {
        return new StatisticsSpec(name, on, kinds, keys, Optional.of(values));
    }

    @Override
    public ObjectId<ExtendedStatistics> id() {
        return ExtendedStatistics.id(name);
    }

    private ExtendedStatistics statistics() {
        ObjectId<?> relation = on.orElseThrow(() -> new IllegalArgumentException(
                "Statistics " + name + " are of no table; say which with on(table, columns)."));
        return new ExtendedStatistics(name, relation, kinds, keys, target);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(statistics()));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(statistics());
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Targeting(Optional<Integer> values) implements ObjectChange<ExtendedStatistics> {

        @Override
        public ExtendedStatistics of(ExtendedStatistics before) {
            return before.targeting(values);
        }
    }

    /** The words for changing extended statistics. */
    public static final class Alteration {

        private final ObjectId<ExtendedStatistics> statistics;
        private final Changes changes;

        private Alteration(ObjectId<ExtendedStatistics> statistics, Changes changes) {
            this.statistics = statistics;
            this.changes = changes;
        }

        /** Looks at that many values. */
        public Alteration target(int values) {
            return target(Optional.of(values));
        }

        /** Looks at as many values as the server chooses. */
        public Alteration defaultTarget() {
            return target(Optional.empty());
        }

        private Alteration target(Optional<Integer> values) {
            changes.add(new AlterObject<>(statistics, new Targeting(values)));
            return this;
        }
    }
}
