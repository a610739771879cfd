package dev.varve.timescale.internal;

import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Routine;
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
import java.util.Optional;
import java.util.TreeMap;

/** Jobs that somebody added, as far as they have a name of their own and call what a job here can call. */
final class JobType implements ObjectType<Job> {

    /** Whether what checks a configuration is there and can be said. */
    private static final String CHECK = """
            exists (select from pg_proc c join pg_namespace n on n.oid = c.pronamespace where n.nspname = j.check_schema
                and c.proname = j.check_name and c.prokind = 'f' and c.proargtypes = '3802'::oidvector
                and n.nspname !~ '^(pg_|_timescaledb_)')""";

    /** What tells a job apart from those that are reported instead. */
    static final String SAYABLE = """
            (j.check_name is null or {check}) and exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = j.proc_schema and p.proname = j.proc_name and p.prokind in ('f', 'p')
                    and p.proargtypes = '23 3802'::oidvector)
                and not exists (select from {jobs}.bgw_job k where k.id < j.id and k.proc_schema = j.proc_schema
                    and k.proc_name = j.proc_name and regexp_replace(k.application_name, ' \\[\\d+\\]$', '') = regexp_replace(j.application_name, ' \\[\\d+\\]$', ''))""".replace("{check}", CHECK);

    private static final String SQL = """
            select j.proc_schema, j.proc_name, p.prokind::text as kind, j.check_schema, j.check_name,
                regexp_replace(j.application_name, ' \\[\\d+\\]$', '') as title,
                array(select key from jsonb_each(j.config) order by key collate "C") as keys,
                array(select value::text from jsonb_each(j.config) order by key collate "C") as values, {schedule}
            from {jobs}.bgw_job j
            join pg_namespace pn on pn.nspname = j.proc_schema
            join pg_proc p on p.pronamespace = pn.oid and p.proname = j.proc_name and p.proargtypes = '23 3802'::oidvector
            where j.id >= 1000 and j.proc_schema !~ '^_timescaledb_' and {sayable}
            order by j.id
            """.replace("{schedule}", ScheduleColumns.SQL)
            .replace("{sayable}", SAYABLE)
            .replace("{check}", CHECK);

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    /** One that calls a function and not a procedure of that name is another job. */
    @Override
    public List<Operation> change(Job from, Job to) {
        return from.routine().equals(to.routine())
                ? List.of(new AlterJob(to.id(), to.schedule(), to.config(), to.check()))
                : List.of(new DropObject(from.id()), new CreateObject(to));
    }

    @Override
    public List<Job> introspect(Catalog catalog) {
        return new TimescaleCatalog(catalog)
                .query(SQL, JobType::read).stream()
                        .filter(job -> catalog.isOwn(job.routine().name().schema()))
                        .toList();
    }

    private static ObjectId<? extends Routine> routine(Row row) {
        QualifiedName name = QualifiedName.of(row.text("proc_schema"), row.text("proc_name"));
        return row.text("kind").equals("p") ? Job.procedure(name) : Job.function(name);
    }

    private static Job read(Row row) {
        Map<String, String> config = new TreeMap<>();
        List<String> keys = row.texts("keys");
        List<String> values = row.texts("values");
        for (int i = 0; i < keys.size(); i++) {
            config.put(keys.get(i), values.get(i));
        }
        return new Job(row.text("title"), routine(row), ScheduleColumns.read(row), config, check(row));
    }

    private static Optional<ObjectId<Function>> check(Row row) {
        return row.find("check_name")
                .map(check -> Job.checkFunction(QualifiedName.of(row.text("check_schema"), check)));
    }
}
