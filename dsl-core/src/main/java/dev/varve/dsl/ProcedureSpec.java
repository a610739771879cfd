package dev.varve.dsl;

import dev.varve.model.Argument;
import dev.varve.model.ObjectId;
import dev.varve.model.Procedure;
import dev.varve.model.RoutineBody;
import dev.varve.model.RoutineTraits;
import dev.varve.operation.AlterObject;
import dev.varve.operation.ObjectChange;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A procedure as it is written; with its name and arguments alone it stands for one that is already there.
 *
 * <p>Without another word it is written in PL/pgSQL.
 */
public record ProcedureSpec(Procedure procedure)
        implements RoutineSpec<ProcedureSpec>, Alterable<ProcedureSpec.Alteration> {

    static ProcedureSpec of(String name) {
        return new ProcedureSpec(Procedure.of(QualifiedName.of("public", name)));
    }

    @Override
    public Procedure routine() {
        return procedure;
    }

    @Override
    public ProcedureSpec named(QualifiedName name) {
        return new ProcedureSpec(procedure.named(name));
    }

    @Override
    public ProcedureSpec taking(List<Argument> arguments) {
        return new ProcedureSpec(procedure.taking(arguments));
    }

    @Override
    public ProcedureSpec doing(RoutineBody body) {
        return new ProcedureSpec(procedure.doing(body));
    }

    @Override
    public ProcedureSpec running(RoutineTraits traits) {
        return new ProcedureSpec(procedure.running(traits));
    }

    @Override
    public ObjectId<Procedure> id() {
        return procedure.id();
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Running(UnaryOperator<RoutineTraits> change) implements ObjectChange<Procedure> {

        @Override
        public Procedure of(Procedure before) {
            return before.running(change.apply(before.traits()));
        }
    }

    /** The words for changing a procedure. */
    public static final class Alteration extends RoutineAlteration<Alteration> {

        private final ObjectId<Procedure> procedure;
        private final Changes changes;

        private Alteration(ObjectId<Procedure> procedure, Changes changes) {
            this.procedure = procedure;
            this.changes = changes;
        }

        @Override
        Alteration running(UnaryOperator<RoutineTraits> change) {
            changes.add(new AlterObject<>(procedure, new Running(change)));
            return this;
        }
    }
}
