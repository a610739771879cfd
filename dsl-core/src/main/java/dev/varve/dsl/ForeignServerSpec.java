package dev.varve.dsl;

import dev.varve.model.Foreign;
import dev.varve.model.ForeignDataWrapper;
import dev.varve.model.ForeignOptions;
import dev.varve.model.ForeignServer;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;

/** A foreign server as it is written; with its name alone it stands for one that is already there. */
public record ForeignServerSpec(ForeignServer server) implements Named, Creation, Replacement {

    static ForeignServerSpec of(String name) {
        return new ForeignServerSpec(new ForeignServer(
                name, ForeignDataWrapper.id(name), Optional.empty(), Optional.empty(), ForeignOptions.none()));
    }

    /** Is reached by that wrapper. */
    public ForeignServerSpec wrapper(String name) {
        return new ForeignServerSpec(new ForeignServer(
                server.name(), ForeignDataWrapper.id(name), server.type(), server.version(), server.options()));
    }

    /** Is of that type, whatever it means to the wrapper. */
    public ForeignServerSpec type(String type) {
        return new ForeignServerSpec(new ForeignServer(
                server.name(), server.wrapper(), Optional.of(type), server.version(), server.options()));
    }

    /** Has that version. */
    public ForeignServerSpec version(String version) {
        return new ForeignServerSpec(new ForeignServer(
                server.name(), server.wrapper(), server.type(), Optional.of(version), server.options()));
    }

    /** Is reached with an option, such as {@code option("host", "feed")}. */
    public ForeignServerSpec option(String option, String value) {
        return new ForeignServerSpec(new ForeignServer(
                server.name(),
                server.wrapper(),
                server.type(),
                server.version(),
                server.options().and(option, value)));
    }

    /** The rows of a table on this server. */
    public Foreign rows() {
        return Foreign.on(id());
    }

    @Override
    public ObjectId<ForeignServer> id() {
        return server.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(server));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(server);
    }
}
