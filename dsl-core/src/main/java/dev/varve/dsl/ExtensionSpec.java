package dev.varve.dsl;

import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.operation.CreateObject;
import dev.varve.operation.MoveExtension;
import dev.varve.operation.Operation;
import dev.varve.operation.UpdateExtension;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An extension of PostgreSQL by its name. */
public record ExtensionSpec(Extension extension) implements Named, Creation, Alterable<ExtensionSpec.Alteration> {

    static ExtensionSpec of(String name) {
        return new ExtensionSpec(new Extension(name, Optional.empty()));
    }

    /** Puts the objects of the extension into a schema. */
    public ExtensionSpec inSchema(String schema) {
        return new ExtensionSpec(new Extension(extension.name(), Optional.of(schema), extension.version()));
    }

    /** Makes the extension in a version, and not in the one that the server prefers. */
    public ExtensionSpec version(String version) {
        return new ExtensionSpec(extension.version(version));
    }

    @Override
    public ObjectId<Extension> id() {
        return extension.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(extension));
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    /** The words for changing an extension. */
    public static final class Alteration {

        private final ObjectId<Extension> extension;
        private final Changes changes;

        private Alteration(ObjectId<Extension> extension, Changes changes) {
            this.extension = extension;
            this.changes = changes;
        }

        /**
         * Moves what the extension brings to another schema; PostgreSQL refuses that of some extensions. What columns, views and others use
         * of it follows by its name: {@code schema("tools", "hstore", "->")}.
         */
        public Alteration schema(String schema, String... brought) {
            changes.add(new MoveExtension(extension, schema, Set.of(brought)));
            return this;
        }

        /** Updates the extension to the version that the server prefers. */
        public Alteration update() {
            return update(Optional.empty());
        }

        /** Updates the extension to a version. */
        public Alteration update(String version) {
            return update(Optional.of(version));
        }

        private Alteration update(Optional<String> version) {
            changes.add(new UpdateExtension(extension, version));
            return this;
        }
    }
}
