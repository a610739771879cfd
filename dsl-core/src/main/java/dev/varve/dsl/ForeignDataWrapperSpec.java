package dev.varve.dsl;

import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A foreign data wrapper as it is written; with its name alone it stands for one that is already there. */
public record ForeignDataWrapperSpec(ForeignDataWrapper wrapper) implements Named, Creation, Replacement {

    static ForeignDataWrapperSpec of(String name) {
        return new ForeignDataWrapperSpec(
                new ForeignDataWrapper(name, Optional.empty(), Optional.empty(), ForeignOptions.none()));
    }

    /** Reaches the data by a function of that schema. */
    public ForeignDataWrapperSpec handler(String schema, String function) {
        return new ForeignDataWrapperSpec(new ForeignDataWrapper(
                wrapper.name(),
                Optional.of(QualifiedName.of(schema, function)),
                wrapper.validator(),
                wrapper.options()));
    }

    /** Looks at options by a function of that schema. */
    public ForeignDataWrapperSpec validator(String schema, String function) {
        return new ForeignDataWrapperSpec(new ForeignDataWrapper(
                wrapper.name(), wrapper.handler(), Optional.of(QualifiedName.of(schema, function)), wrapper.options()));
    }

    /** Is told something. */
    public ForeignDataWrapperSpec option(String option, String value) {
        return new ForeignDataWrapperSpec(new ForeignDataWrapper(
                wrapper.name(),
                wrapper.handler(),
                wrapper.validator(),
                wrapper.options().and(option, value)));
    }

    @Override
    public ObjectId<ForeignDataWrapper> id() {
        return wrapper.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(wrapper));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(wrapper);
    }
}
