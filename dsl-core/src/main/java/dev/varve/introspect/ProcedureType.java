package dev.varve.introspect;

import dev.varve.model.Procedure;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import java.util.List;

/** Procedures that users made. */
final class ProcedureType implements ObjectType<Procedure> {

    @Override
    public Class<Procedure> type() {
        return Procedure.class;
    }

    @Override
    public List<Procedure> introspect(Catalog catalog) {
        return RoutineRow.all(catalog, "'p'", row -> {
            RoutineRow routine = new RoutineRow(row);
            Procedure procedure = new Procedure(routine.name(), routine.arguments(), routine.traits(), routine.body());
            catalog.identify("pg_proc", row.number("oid"), procedure.id());
            return procedure;
        });
    }
}
