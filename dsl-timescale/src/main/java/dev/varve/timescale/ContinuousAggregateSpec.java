package dev.varve.timescale;

import dev.varve.dsl.Alterable;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Creation;
import dev.varve.dsl.Named;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.ObjectId;
import dev.varve.operation.Operation;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Select;

/**
 * A continuous aggregate as it is written; with its name alone it stands for one that is already there. Unless it says otherwise it shows
 * what is stored alone.
 */
public record ContinuousAggregateSpec(
        QualifiedName name,
        Optional<Query> query,
        Optional<Boolean> storedAlone,
        Optional<Span> chunks,
        List<RefreshPolicy> policies)
        implements Named, Creation, Alterable<ContinuousAggregateAlteration> {

    static ContinuousAggregateSpec of(String name) {
        return new ContinuousAggregateSpec(
                QualifiedName.of("public", name), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Puts it into a schema. */
    public ContinuousAggregateSpec inSchema(String schema) {
        return new ContinuousAggregateSpec(name.inSchema(schema), query, storedAlone, chunks, policies);
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
        Once.refuse(query, "The query of continuous aggregate " + name);
        return new ContinuousAggregateSpec(name, Optional.of(select), storedAlone, chunks, policies);
    }

    /**
     * Keeps it up to date: {@code refresh(every(minutes(5)).from(hours(3)).until(minutes(1)))}; perhaps in several ways, each for
     * another part of the time.
     */
    public ContinuousAggregateSpec refresh(RefreshSpec... refreshes) {
        Once.refuse(
                policies.stream().map(RefreshPolicy::description).findFirst(),
                "The refresh of continuous aggregate " + name);
        List<RefreshPolicy> said =
                Arrays.stream(refreshes).map(RefreshSpec::policy).toList();
        return new ContinuousAggregateSpec(name, query, storedAlone, chunks, said);
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
                storedAlone.map(said -> said ? "materializedOnly" : "realTime"),
                "What continuous aggregate " + name + " shows");
        return new ContinuousAggregateSpec(name, query, Optional.of(alone), chunks, policies);
    }

    /** Cuts what is stored into chunks of that length. */
    public ContinuousAggregateSpec chunkInterval(Span interval) {
        Once.refuse(chunks, "The chunk interval of continuous aggregate " + name);
        return new ContinuousAggregateSpec(name, query, storedAlone, Optional.of(interval), policies);
    }

    @Override
    public ObjectId<ContinuousAggregate> id() {
        return ContinuousAggregate.id(name);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        Query select = query.orElseThrow(() -> new IllegalArgumentException(
                "Continuous aggregate " + name + " has no query; say what it stores with as(...)."));
        return List.of(new CreateContinuousAggregate(
                new ContinuousAggregate(name, select, storedAlone.orElse(true), chunks, policies)));
    }

    @Override
    public ContinuousAggregateAlteration alteration(Changes changes) {
        return new ContinuousAggregateAlteration(id(), changes);
    }
}
