package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Optional;

/**
 * A background job that carries out a policy, as it is found and changed in place, so that it keeps its id, its statistics and what
 * operators set for it.
 *
 * @param relation the hypertable or the continuous aggregate
 * @param procedure the name of the procedure, such as {@code policy_retention}
 * @param config the part of its configuration that the policy sets, as an expression in which {@code j} is the job
 * @param condition what sets it apart from other jobs of the same procedure
 */
public record PolicyJob(QualifiedName relation, String procedure, Sql config, Sql condition) {

    private static final Sql ANY = Sql.raw("true");
    private static final TimescaleCall ALTER = TimescaleCall.of("alter_job").with("job_id", Sql.raw("j.id"));

    /** The only job of the procedure on the relation. */
    static PolicyJob of(QualifiedName relation, String procedure, String config) {
        return new PolicyJob(relation, procedure, Sql.of("j.config || {}::jsonb", Literal.text(config)), ANY);
    }

    /** The same with an entry of its configuration gone, because another one takes its place. */
    PolicyJob without(String key) {
        return new PolicyJob(relation, procedure, Sql.of("({}) - {}", config, Literal.text(key)), condition);
    }

    /** The one of several that fulfils a condition. */
    PolicyJob where(Sql other) {
        return new PolicyJob(relation, procedure, config, other);
    }

    /** The statement that gives the job this schedule and its configuration. */
    Statement change(Schedule old, Schedule next, Database database) {
        TimescaleCall alter = next.every()
                .map(every -> ALTER.with("schedule_interval", every))
                .orElse(ALTER);
        return found(next.altering(alter.with("config", config), old, database), database);
    }

    /** The statement that gives a job that has just been made what could not be said then, if anything. */
    Optional<Statement> tuning(Schedule added, Schedule said, Database database) {
        Schedule next = said.settled(added);
        return next.equals(added)
                ? Optional.empty()
                : Optional.of(found(next.altering(ALTER, added, database), database));
    }

    /** The statement that deletes this job alone. */
    Statement removal(Database database) {
        return found(TimescaleCall.of("delete_job").with("job_id", Sql.raw("j.id")), database);
    }

    private Statement found(TimescaleCall call, Database database) {
        return Statement.of(Sql.of("{}\n{}", call.select(database), jobs(database)), LockMode.NONE);
    }

    private Sql jobs(Database database) {
        Sql all = Sql.of(
                """
                from {}.bgw_job j
                join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                where j.proc_name = {} and coalesce(a.user_view_schema, h.schema_name) = {}
                    and coalesce(a.user_view_name, h.table_name) = {}""",
                TimescaleEdition.of(database).jobCatalog(),
                Literal.text(procedure),
                Literal.text(relation.schema()),
                Literal.text(relation.name()));
        return condition.equals(ANY) ? all : Sql.of("{}\n    and {}", all, condition);
    }
}
