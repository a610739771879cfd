package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.Schedule;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives a job another schedule and configuration, in place: {@code select public.alter_job(...)}.
 *
 * @param check what looks at a configuration from now on
 */
public record AlterJob(
        ObjectId<Job> job, Schedule schedule, Map<String, String> config, Optional<ObjectId<Function>> check)
        implements TimescaleOperation {

    public AlterJob {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    @Override
    public String description() {
        return "change " + job;
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> required = new HashSet<>(check.stream().toList());
        required.add(job);
        return new Footprint(required, Set.of(), Set.of());
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Job old = before.get(job);
        return List.of(changed(old).changing(old, before));
    }

    private Job changed(Job old) {
        return new Job(old.title(), old.routine(), schedule, config, check);
    }

    @Override
    public Database after(Database before) {
        return before.alter(job, this::changed);
    }

    @Override
    public Reversal reversal(Database before) {
        Job old = before.get(job);
        return Reversal.Exact.by(new AlterJob(job, old.schedule(), old.config(), old.check()));
    }
}
