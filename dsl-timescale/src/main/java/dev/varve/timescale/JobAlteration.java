package dev.varve.timescale;

import dev.varve.dsl.Changes;

/** The words for changing a job. */
public final class JobAlteration {

    private final JobSpec job;
    private final Changes changes;

    JobAlteration(JobSpec job, Changes changes) {
        this.job = job;
        this.changes = changes;
    }

    /** Makes of it what its words say now: its schedule, what its function is told, and what checks that. */
    public void asWritten() {
        changes.add(job.alteration());
    }
}
