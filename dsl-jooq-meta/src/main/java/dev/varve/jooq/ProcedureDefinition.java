package dev.varve.jooq;

import static org.jooq.meta.postgres.information_schema.Tables.ROUTINES;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.meta.Database;
import org.jooq.meta.postgres.PostgresRoutineDefinition;

/** A procedure as the generator takes it, which it knows by this class: the code calls it by a statement of its own. */
final class ProcedureDefinition extends PostgresRoutineDefinition {

    private static final Field<String> OVERLOAD = DSL.field(DSL.name("overload"), SQLDataType.VARCHAR);
    private static final Field<Boolean> AGGREGATE = DSL.field(DSL.name("is_agg"), SQLDataType.BOOLEAN);
    private static final Field<String> RESULT = DSL.field(DSL.name("data_type"), SQLDataType.VARCHAR);

    private final Callable callable;
    private final Parameters parameters;

    ProcedureDefinition(Database database, Callable callable, String overload, Parameters parameters) {
        super(database, row(callable, overload));
        this.callable = callable;
        this.parameters = parameters;
    }

    /** What the information schema would say of it. */
    private static Record row(Callable callable, String overload) {
        Record row = DSL.using(SQLDialect.POSTGRES)
                .newRecord(
                        ROUTINES.ROUTINE_SCHEMA,
                        ROUTINES.ROUTINE_NAME,
                        ROUTINES.SPECIFIC_NAME,
                        ROUTINES.ROUTINE_TYPE,
                        OVERLOAD,
                        AGGREGATE,
                        RESULT);
        row.set(ROUTINES.ROUTINE_SCHEMA, callable.name().schema());
        row.set(ROUTINES.ROUTINE_NAME, callable.name().name());
        row.set(ROUTINES.SPECIFIC_NAME, callable.name().name() + '_' + overload);
        row.set(ROUTINES.ROUTINE_TYPE, "PROCEDURE");
        row.set(OVERLOAD, overload.isEmpty() ? null : overload);
        row.set(AGGREGATE, false);
        row.set(RESULT, "void");
        return row;
    }

    @Override
    protected void init0() {
        parameters.of(callable, this).forEach(parameter -> addParameter(parameter.way(), parameter.definition()));
    }
}
