package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;

/**
 * A background job that carries out a policy, as it is found and changed in place, so that it keeps its id, its statistics and what
 * operators set for it.
 *
 * @param relation the hypertable or the continuous aggregate
 * @param procedure the name of the procedure, such as {@code policy_retention}
 * @param config the part of its configuration that the policy sets, as JSON
 */
public record PolicyJob(QualifiedName relation, String procedure, Interval schedule, String config) {

    /** The statement that gives the job this schedule and configuration. Without the time zone it would lose that. */
    public Statement change(Database database) {
        TimescaleCall alter = TimescaleCall.of("alter_job")
                .with("job_id", Sql.raw("j.id"))
                .with("schedule_interval", schedule)
                .with("config", Sql.of("j.config || {}::jsonb", Literal.text(config)))
                .with("timezone", Sql.raw("j.timezone"));
        return Statement.of(Sql.of("{}\n{}", alter.select(database), found(database)), LockMode.NONE);
    }

    private Sql found(Database database) {
        return Sql.of(
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
    }
}
