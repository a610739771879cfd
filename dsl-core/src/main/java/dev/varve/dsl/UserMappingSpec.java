package dev.varve.dsl;

import dev.varve.model.ForeignOptions;
import dev.varve.model.ObjectId;
import dev.varve.model.UserMapping;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;

/** A user mapping as it is written; with its name alone it stands for one that is already there. */
public record UserMappingSpec(UserMapping mapping) implements Named, Creation, Replacement {

    static UserMappingSpec of(String role, ForeignServerSpec server) {
        return new UserMappingSpec(new UserMapping(server.id(), role, ForeignOptions.none()));
    }

    /** Comes to the server with an option, such as {@code option("user", "reader")}, but with no password. */
    public UserMappingSpec option(String option, String value) {
        return new UserMappingSpec(new UserMapping(
                mapping.server(), mapping.role(), mapping.options().and(option, value)));
    }

    @Override
    public ObjectId<UserMapping> id() {
        return mapping.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(mapping));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(mapping);
    }
}
