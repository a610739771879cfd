package dev.varve.dsl;

import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.operation.AlterObject;
import dev.varve.operation.ObjectChange;
import dev.varve.sql.QualifiedName;
import java.util.Map;
import java.util.Optional;

/** An index that is already there, which lives in the schema of its table. */
public record IndexReference(QualifiedName name) implements Named, Alterable<IndexReference.Alteration> {

    /** The index in a schema. */
    public IndexReference inSchema(String schema) {
        return new IndexReference(name.inSchema(schema));
    }

    @Override
    public ObjectId<Index> id() {
        return Index.id(name);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Parameters(Options parameters) implements ObjectChange<Index> {

        @Override
        public Index of(Index before) {
            return before.stored(before.storage().with(parameters));
        }
    }

    private record Place(String tablespace) implements ObjectChange<Index> {

        @Override
        public Index of(Index before) {
            return before.stored(before.storage().in(tablespace));
        }
    }

    private record Statistics(int key, Optional<Integer> target) implements ObjectChange<Index> {

        @Override
        public Index of(Index before) {
            return before.statistics(key, target);
        }
    }

    /** The words for changing an index. */
    public static final class Alteration {

        private final ObjectId<Index> index;
        private final Changes changes;

        private Alteration(ObjectId<Index> index, Changes changes) {
            this.index = index;
            this.changes = changes;
        }

        private Alteration record(ObjectChange<Index> change) {
            changes.add(new AlterObject<>(index, change));
            return this;
        }

        /** Keeps it with these storage parameters and no others. */
        public Alteration storage(Map<String, String> parameters) {
            return storage(Options.of(parameters));
        }

        /** Keeps it with these storage parameters and no others, in that order. */
        public Alteration storage(Options parameters) {
            return record(new Parameters(parameters));
        }

        /** Keeps it as the server would. */
        public Alteration dropStorage() {
            return storage(Map.of());
        }

        /** Moves it to a tablespace; {@code pg_default} is the one of the database. */
        public Alteration tablespace(String tablespace) {
            return record(new Place(tablespace));
        }

        /** Lets {@code analyze} look so closely at the values of a key that is an expression; keys are counted from 1. */
        public Alteration statistics(int key, int target) {
            return record(new Statistics(key, Optional.of(target)));
        }

        /** Lets {@code analyze} look at the values of a key as closely as the server is configured. */
        public Alteration defaultStatistics(int key) {
            return record(new Statistics(key, Optional.empty()));
        }
    }
}
