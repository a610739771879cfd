package dev.varve.timescale;

import dev.varve.dsl.Alterable;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Creation;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.Named;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.ProcedureSpec;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Routine;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.operation.AlterJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A background job as it is written: {@code job("nightly").calls(CLEAN_UP).scheduled(schedule().every(days(1)))}. It lives in the schema
 * of what it calls, and runs every day unless it says otherwise.
 */
public record JobSpec(
        String name,
        Optional<ObjectId<? extends Routine>> routine,
        Optional<Schedule> schedule,
        Map<String, String> config,
        Optional<ObjectId<Function>> check)
        implements Named, Creation, Alterable<JobAlteration> {

    static JobSpec of(String name) {
        return new JobSpec(name, Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** Calls that function, which takes an {@code integer} and a {@code jsonb}. */
    public JobSpec calls(FunctionSpec called) {
        return calling(Job.function(called.id().name()));
    }

    /** Calls that procedure, which takes an {@code integer} and a {@code jsonb}; it may end transactions. */
    public JobSpec calls(ProcedureSpec called) {
        return calling(Job.procedure(called.id().name()));
    }

    private JobSpec calling(ObjectId<? extends Routine> called) {
        Once.refuse(routine, "What job " + name + " calls");
        return new JobSpec(name, Optional.of(called), schedule, config, check);
    }

    /** Lets that function look at what the job tells before it is told; it takes a {@code jsonb}, and fails if that is wrong. */
    public JobSpec checkedBy(FunctionSpec checking) {
        Once.refuse(check, "What checks job " + name);
        return new JobSpec(
                name,
                routine,
                schedule,
                config,
                Optional.of(Job.checkFunction(checking.id().name())));
    }

    /** Runs at these times. */
    public JobSpec scheduled(Schedule times) {
        Once.refuse(schedule, "The schedule of job " + name);
        return new JobSpec(name, routine, Optional.of(times), config, check);
    }

    /** Tells what it calls a text. */
    public JobSpec telling(String key, String value) {
        return tellingJson(key, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** Tells what it calls a number. */
    public JobSpec telling(String key, long value) {
        return tellingJson(key, Long.toString(value));
    }

    /** Tells what it calls any value, written in JSON as PostgreSQL prints it. */
    public JobSpec tellingJson(String key, String json) {
        Once.refuse(Optional.ofNullable(config.get(key)), "\"" + key + "\" of job " + name);
        Map<String, String> more = new TreeMap<>(config);
        more.put(key, json);
        return new JobSpec(name, routine, schedule, more, check);
    }

    @Override
    public ObjectId<Job> id() {
        return Job.id(name, called().name());
    }

    private ObjectId<? extends Routine> called() {
        return routine.orElseThrow(
                () -> new IllegalArgumentException("Job \"" + name + "\" calls nothing; say what with calls(...)."));
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(new Job(name, called(), schedule.orElse(Schedule.CHOSEN), config, check)));
    }

    @Override
    public JobAlteration alteration(Changes changes) {
        return new JobAlteration(this, changes);
    }

    AlterJob alteration() {
        return new AlterJob(id(), schedule.orElse(Schedule.CHOSEN), config, check);
    }
}
