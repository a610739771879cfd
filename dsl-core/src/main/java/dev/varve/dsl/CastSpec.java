package dev.varve.dsl;

import dev.varve.model.Cast;
import dev.varve.model.Cast.Context;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;

/** A cast as it is written; with its types alone it stands for one that is already there. Without another word it goes by the texts. */
public record CastSpec(Cast cast) implements Named, Creation, Replacement {

    static CastSpec of(ColumnSpec<?> from, ColumnSpec<?> to) {
        return new CastSpec(new Cast(from.type(), to.type(), Optional.empty(), false, Context.EXPLICIT));
    }

    /** Computes the new value with a function. */
    public CastSpec with(FunctionSpec function) {
        return new CastSpec(new Cast(cast.from(), cast.to(), Optional.of(function.id()), false, cast.context()));
    }

    /** Takes the bytes of a value for a value of the other type; PostgreSQL lets only a superuser say so. */
    public CastSpec withoutFunction() {
        return new CastSpec(new Cast(cast.from(), cast.to(), Optional.empty(), true, cast.context()));
    }

    /** Casts also where a value is stored into a column. */
    public CastSpec asAssignment() {
        return in(Context.ASSIGNMENT);
    }

    /** Casts also in every expression. */
    public CastSpec asImplicit() {
        return in(Context.IMPLICIT);
    }

    private CastSpec in(Context context) {
        return new CastSpec(new Cast(cast.from(), cast.to(), cast.function(), cast.binary(), context));
    }

    @Override
    public ObjectId<Cast> id() {
        return cast.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(cast));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(cast);
    }
}
