package dev.varve.timescale;

import dev.varve.dsl.Alterable;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Creation;
import dev.varve.dsl.IndexSpec;
import dev.varve.dsl.Named;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.ChunkFact;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Select;

/**
 * A continuous aggregate as it is written; with its name alone it stands for one that is already there. Unless it says otherwise it shows
 * what is stored alone.
 */
public final class ContinuousAggregateSpec implements Named, Creation, Alterable<ContinuousAggregateAlteration> {

    private static final Query NOTHING = new Query("select");

    /** What a word can be said of once, and has been. */
    private enum Said {
        QUERY,
        SHOWING,
        WITHOUT_GROUP_INDEXES,
        WITH_NO_DATA
    }

    private final ContinuousAggregate aggregate;
    private final List<IndexSpec> indexes;
    private final List<Said> said;

    private ContinuousAggregateSpec(ContinuousAggregate aggregate, List<IndexSpec> indexes, List<Said> said) {
        this.aggregate = aggregate;
        this.indexes = List.copyOf(indexes);
        this.said = List.copyOf(said);
    }

    static ContinuousAggregateSpec of(String name) {
        return new ContinuousAggregateSpec(
                new ContinuousAggregate(QualifiedName.of("public", name), NOTHING, true, Optional.empty(), List.of()),
                List.of(),
                List.of());
    }

    private ContinuousAggregateSpec with(ContinuousAggregate other) {
        return new ContinuousAggregateSpec(other, indexes, said);
    }

    private ContinuousAggregateSpec saying(Said word, ContinuousAggregate other) {
        return new ContinuousAggregateSpec(
                other, indexes, Stream.concat(said.stream(), Stream.of(word)).toList());
    }

    private QualifiedName name() {
        return aggregate.name();
    }

    /** Puts it into a schema. */
    public ContinuousAggregateSpec inSchema(String schema) {
        return with(aggregate.named(name().inSchema(schema)));
    }

    /** Stores what the select selects. */
    public ContinuousAggregateSpec as(Select<?> select) {
        return as(JooqText.of(select));
    }

    /** Stores what the text selects; it names every table with its schema. */
    public ContinuousAggregateSpec as(String select) {
        return as(new Query(select));
    }

    private ContinuousAggregateSpec as(Query select) {
        Once.refuse(
                Optional.of(aggregate.query()).filter(query -> said.contains(Said.QUERY)),
                "The query of continuous aggregate " + name());
        return saying(Said.QUERY, aggregate.querying(select));
    }

    /**
     * Keeps it up to date: {@code refresh(every(minutes(5)).from(hours(3)).until(minutes(1)))}; perhaps in several ways, each for
     * another part of the time.
     */
    public ContinuousAggregateSpec refresh(RefreshSpec... refreshes) {
        Once.refuse(
                aggregate.refreshes().stream()
                        .map(policy -> policy.description())
                        .findFirst(),
                "The refresh of continuous aggregate " + name());
        return with(aggregate.refreshed(
                Arrays.stream(refreshes).map(RefreshSpec::policy).toList()));
    }

    /** Shows what is stored alone. */
    public ContinuousAggregateSpec materializedOnly() {
        return showing(true);
    }

    /** Shows what is stored and what has come since. */
    public ContinuousAggregateSpec realTime() {
        return showing(false);
    }

    private ContinuousAggregateSpec showing(boolean alone) {
        Once.refuse(
                Optional.of(aggregate.materializedOnly() ? "materializedOnly" : "realTime")
                        .filter(word -> said.contains(Said.SHOWING)),
                "What continuous aggregate " + name() + " shows");
        return saying(Said.SHOWING, aggregate.materializedOnly(alone));
    }

    /** Cuts what is stored into chunks of that length. */
    public ContinuousAggregateSpec chunkInterval(Span interval) {
        Once.refuse(aggregate.chunkInterval(), "The chunk interval of continuous aggregate " + name());
        return with(aggregate.every(interval));
    }

    /** Compresses what is stored: {@code compress(after(days(30)).segmentBy("symbol"))}. */
    public ContinuousAggregateSpec compress(CompressionSpec compression) {
        ContinuousAggregateSpec compressed = stating(compression.settings());
        return compression.policy().map(compressed::stating).orElse(compressed);
    }

    /** Keeps what is stored for so long; after that its chunks are dropped. */
    public ContinuousAggregateSpec retain(Span age) {
        return retain(Age.of(age), Schedule.CHOSEN);
    }

    /** The same by another age, looking for chunks to drop at these times. */
    public ContinuousAggregateSpec retain(Age age, Schedule schedule) {
        return stating(new RetentionPolicy(age, schedule));
    }

    private ContinuousAggregateSpec stating(ChunkFact fact) {
        Once.refuse(
                aggregate.fact(fact.getClass()).map(ChunkFact::description),
                "The " + fact.description() + " of continuous aggregate " + name());
        return with(aggregate.with(fact));
    }

    /** Leaves out the indexes of the columns by which it groups, which TimescaleDB would make. */
    public ContinuousAggregateSpec withoutGroupIndexes() {
        return saying(Said.WITHOUT_GROUP_INDEXES, aggregate);
    }

    /** Computes nothing when it is made; that is left to a policy, or to {@code refreshNow(...)}. */
    public ContinuousAggregateSpec withNoData() {
        return saying(Said.WITH_NO_DATA, aggregate);
    }

    /** Indexes these columns of what is stored. */
    public ContinuousAggregateSpec index(String... columns) {
        return index(dev.varve.dsl.Postgres.on(
                Arrays.stream(columns).map(IndexKey::column).toArray(IndexKey[]::new)));
    }

    /** Adds an index of what is stored. */
    public ContinuousAggregateSpec index(IndexSpec index) {
        return new ContinuousAggregateSpec(
                aggregate, Stream.concat(indexes.stream(), Stream.of(index)).toList(), said);
    }

    @Override
    public ObjectId<ContinuousAggregate> id() {
        return aggregate.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        if (aggregate.query().equals(NOTHING)) {
            throw new IllegalArgumentException(
                    "Continuous aggregate " + name() + " has no query; say what it stores with as(...).");
        }
        ContinuousAggregate indexed = aggregate.indexed(!said.contains(Said.WITHOUT_GROUP_INDEXES));
        List<Operation> operations =
                new ArrayList<>(List.of(new CreateContinuousAggregate(indexed, !said.contains(Said.WITH_NO_DATA))));
        indexes.forEach(index -> operations.add(creating(index, id(), naming)));
        return operations;
    }

    /** The operation that makes an index of what an aggregate stores. */
    static Operation creating(IndexSpec index, ObjectId<ContinuousAggregate> on, NamingConvention naming) {
        if (index.operation(on, naming) instanceof CreateObject creating && creating.object() instanceof Index made) {
            return new CreateObject(new AggregateIndex(made));
        }
        throw new IllegalArgumentException("An index of continuous aggregate " + on.name()
                + " cannot be made concurrently; TimescaleDB refuses that. Leave out concurrently.");
    }

    @Override
    public ContinuousAggregateAlteration alteration(Changes changes) {
        return new ContinuousAggregateAlteration(id(), changes);
    }
}
