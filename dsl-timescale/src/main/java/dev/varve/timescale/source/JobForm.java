package dev.varve.timescale.source;

import dev.varve.model.ObjectId;
import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.ObjectForm;
import dev.varve.source.Source;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.Schedule;
import java.util.Map;

/** A background job as it is written. */
final class JobForm implements ObjectForm<Job> {

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    /** A job is told by its name and the schema of its function. */
    @Override
    public Code name(ObjectId<Job> id, Source source) {
        QualifiedName function = source.before().find(id).map(Job::function).orElse(id.name());
        return called(id.name().name(), function);
    }

    private static Chain called(String title, QualifiedName function) {
        return Chain.of("job", title).then("calls", HypertableFacets.function(function));
    }

    @Override
    public Code definition(Job job, Source source) {
        Schedule usual = new Job(job.title(), job.function(), Schedule.CHOSEN, Map.of()).schedule();
        Chain chain = called(job.title(), job.function());
        for (Map.Entry<String, String> entry : job.config().entrySet()) {
            chain = chain.then(telling(entry.getKey(), entry.getValue()));
        }
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
