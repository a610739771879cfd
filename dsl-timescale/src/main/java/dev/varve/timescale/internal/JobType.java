package dev.varve.timescale.internal;

import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.operation.AlterJob;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Jobs that somebody added, as far as they have a name of their own and call a function that a job here can call. */
final class JobType implements ObjectType<Job> {

    /** What tells a job apart from those that are reported instead. */
    static final String SAYABLE = """
            j.check_name is null and exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = j.proc_schema and p.proname = j.proc_name and p.prokind = 'f'
                    and p.proargtypes = '23 3802'::oidvector)
                and not exists (select from {jobs}.bgw_job k where k.id < j.id and k.proc_schema = j.proc_schema
                    and regexp_replace(k.application_name, ' \\[\\d+\\]$', '') = regexp_replace(j.application_name, ' \\[\\d+\\]$', ''))""";

    private static final String SQL =
            """
            select j.proc_schema, j.proc_name, regexp_replace(j.application_name, ' \\[\\d+\\]$', '') as title,
                array(select key from jsonb_each(j.config) order by key collate "C") as keys,
                array(select value::text from jsonb_each(j.config) order by key collate "C") as values, {schedule}
            from {jobs}.bgw_job j
            where j.id >= 1000 and j.proc_schema !~ '^_timescaledb_' and {sayable}
            order by j.id
            """.replace("{schedule}", ScheduleColumns.SQL).replace("{sayable}", SAYABLE);

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    /** Another function makes another job. */
    @Override
    public List<Operation> change(Job from, Job to) {
        return from.function().equals(to.function())
                ? List.of(new AlterJob(to.id(), to.schedule(), to.config()))
                : List.of(new DropObject(from.id()), new CreateObject(to));
    }

    @Override
    public List<Job> introspect(Catalog catalog) {
        return new TimescaleCatalog(catalog)
                .query(SQL, JobType::read).stream()
                        .filter(job -> catalog.isOwn(job.function().schema()))
                        .toList();
    }

    private static Job read(Row row) {
        Map<String, String> config = new TreeMap<>();
        List<String> keys = row.texts("keys");
        List<String> values = row.texts("values");
        for (int i = 0; i < keys.size(); i++) {
            config.put(keys.get(i), values.get(i));
        }
        QualifiedName function = QualifiedName.of(row.text("proc_schema"), row.text("proc_name"));
        return new Job(row.text("title"), function, ScheduleColumns.read(row), config);
    }
}
