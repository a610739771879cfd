package dev.varve.timescale.source;

import dev.varve.model.ObjectId;
import dev.varve.model.Routine;
import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.Names;
import dev.varve.source.ObjectForm;
import dev.varve.source.Source;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.Schedule;
import java.util.Map;
import java.util.Optional;

/** A background job as it is written. */
final class JobForm implements ObjectForm<Job> {

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    /** A job is told by its name and what it calls. */
    @Override
    public Code name(ObjectId<Job> id, Source source) {
        return source.before()
                .find(id)
                .map(job -> called(job.title(), job.routine()))
                .orElseGet(() -> called(id.name().name(), Job.function(Job.routine(id))));
    }

    private static Chain called(String title, ObjectId<? extends Routine> routine) {
        return Chain.of("job", title).then("calls", Names.of(routine.kind(), routine.name()));
    }

    @Override
    public Code definition(Job job, Source source) {
        Schedule usual = new Job(job.title(), job.routine(), Schedule.CHOSEN, Map.of(), Optional.empty()).schedule();
        Chain chain = called(job.title(), job.routine());
        for (Map.Entry<String, String> entry : job.config().entrySet()) {
            chain = chain.then(telling(entry.getKey(), entry.getValue()));
        }
        chain = chain.when(job.check().map(check -> Names.of("function", check.name())), "checkedBy");
        return chain.when(!Schedules.isUsual(job.schedule(), usual), "scheduled", Schedules.of(job.schedule(), usual));
    }

    private static Call telling(String key, String json) {
        if (json.matches("-?(0|[1-9]\\d{0,17})")) {
            return Call.of("telling", key, Spans.number(Long.parseLong(json)));
        }
        return json.matches("\"[^\"\\\\]*\"")
                ? Call.of("telling", key, json.substring(1, json.length() - 1))
                : Call.of("tellingJson", key, json);
    }
}
