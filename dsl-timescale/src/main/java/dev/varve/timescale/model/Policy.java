package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a background job of TimescaleDB does to the chunks of a hypertable or of a continuous aggregate again and again. There is one of
 * each class at most.
 */
public interface Policy extends ChunkFact {

    /** How old the chunks are with which it deals. */
    Age age();

    /** The entry of the configuration of its job that says the age. */
    String ageKey();

    /** When the job runs; as TimescaleDB chooses when the policy is added, as far as nothing is said. */
    Schedule schedule();

    /** The schedule that TimescaleDB would choose now for what is cut in that way. */
    Schedule usual(RangeDimension axis);

    /** The same with the schedule that TimescaleDB would choose now, so that it is known. */
    @Override
    Policy settled(RangeDimension axis);

    /** The same for a hypertable. */
    default Policy settled(Hypertable hypertable) {
        return settled(hypertable.time());
    }

    /** The first 2.minor that carries it out by the creation of chunks that are cut in that way. */
    default int creationSince(RangeDimension axis) {
        return 13;
    }

    /** The call that adds it to a relation. */
    TimescaleCall addition(QualifiedName relation);

    /** The call that removes it from a relation. */
    TimescaleCall removal(QualifiedName relation);

    /** The job that carries it out on a relation. */
    PolicyJob job(QualifiedName relation);

    /** A job may have to know what is now. */
    @Override
    default Optional<Facet> least() {
        return Optional.empty();
    }

    @Override
    default Set<String> columns() {
        return Set.of();
    }

    @Override
    default Policy following(ObjectId<?> relation, Rename rename) {
        return this;
    }

    @Override
    default List<Statement> making(Chunked chunked, Database database) {
        refuseUnderApache(chunked.id(), database);
        age().require(chunked.id(), "A " + description(), creationSince(chunked.axis()), database);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(schedule().adding(addition(chunked.name())).select(database), LockMode.NONE));
        Schedule added = schedule().asAdded(usual(chunked.axis()));
        job(chunked.name()).tuning(added, schedule(), database).ifPresent(statements::add);
        return statements;
    }

    /** The statement that makes this policy of another one of the same class, in place. */
    default Statement changing(Policy old, Chunked chunked, Database database) {
        age().require(chunked.id(), "A " + description(), creationSince(chunked.axis()), database);
        PolicyJob job = job(chunked.name());
        boolean sameKey = old.age().sinceCreation() == age().sinceCreation();
        return (sameKey ? job : job.without(old.ageKey())).change(old.schedule(), schedule(), database);
    }

    @Override
    default void check(Chunked chunked) {
        age().check(chunked, description());
    }
}
