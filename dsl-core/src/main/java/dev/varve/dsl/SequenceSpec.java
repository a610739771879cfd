package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import dev.varve.model.Sequence.Owner;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A sequence as it is written; with its name alone it stands for one that is already there.
 *
 * @param sequence what was said of it
 */
public record SequenceSpec(Sequence sequence)
        implements Named, Creation, Replacement, Alterable<SequenceSpec.Alteration> {

    static SequenceSpec of(String name) {
        return new SequenceSpec(
                new Sequence(QualifiedName.of("public", name), TypeName.of("bigint"), SequenceOptions.PLAIN));
    }

    /** Puts the sequence into a schema. */
    public SequenceSpec inSchema(String schema) {
        return new SequenceSpec(sequence.named(sequence.name().inSchema(schema)));
    }

    /** Counts in numbers of the type that the column has. */
    public SequenceSpec as(ColumnSpec<?> column) {
        return new SequenceSpec(sequence.as(column.type()));
    }

    /** The sequence with other options: {@code counting(o -> o.startingAt(1000).caching(20))}. */
    public SequenceSpec counting(UnaryOperator<SequenceOptions> change) {
        return new SequenceSpec(sequence.counting(change.apply(sequence.options())));
    }

    /** The sequence with other options: {@code counting(from(1000).caching(20))}. */
    public SequenceSpec counting(Numbering numbering) {
        return new SequenceSpec(sequence.counting(numbering.options()));
    }

    /** Belongs to a column, with which it vanishes. */
    public SequenceSpec ownedBy(TableReference table, String column) {
        return new SequenceSpec(sequence.ownedBy(Optional.of(new Owner(table.id(), column))));
    }

    /** Belongs to a column of a partition, with which it vanishes. */
    public SequenceSpec ownedBy(PartitionSpec partition, String column) {
        return new SequenceSpec(sequence.ownedBy(Optional.of(new Owner(partition.id(), column))));
    }

    /** Does not log its position, which is lost after a crash. */
    public SequenceSpec unlogged() {
        return new SequenceSpec(sequence.unlogged(true));
    }

    @Override
    public ObjectId<Sequence> id() {
        return sequence.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(sequence));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(sequence);
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Counting(SequenceOptions options) implements ObjectChange<Sequence> {

        @Override
        public Sequence of(Sequence before) {
            return before.counting(options);
        }
    }

    private record Belonging(Optional<Owner> owner) implements ObjectChange<Sequence> {

        @Override
        public Sequence of(Sequence before) {
            return before.ownedBy(owner);
        }
    }

    private record Logging(boolean logged) implements ObjectChange<Sequence> {

        @Override
        public Sequence of(Sequence before) {
            return before.unlogged(!logged);
        }
    }

    /** The words for changing a sequence. */
    public static final class Alteration {

        private final ObjectId<Sequence> sequence;
        private final Changes changes;

        private Alteration(ObjectId<Sequence> sequence, Changes changes) {
            this.sequence = sequence;
            this.changes = changes;
        }

        /** Gives the sequence these options, all of them; its position stays. */
        public Alteration counting(SequenceOptions options) {
            changes.add(new AlterObject<>(sequence, new Counting(options)));
            return this;
        }

        /** Logs the position of the sequence no more, which is lost after a crash then. */
        public Alteration unlogged() {
            changes.add(new AlterObject<>(sequence, new Logging(false)));
            return this;
        }

        /** Logs the position of the sequence. */
        public Alteration logged() {
            changes.add(new AlterObject<>(sequence, new Logging(true)));
            return this;
        }

        /** Lets the sequence vanish with a column. */
        public Alteration ownedBy(TableReference table, String column) {
            changes.add(new AlterObject<>(sequence, new Belonging(Optional.of(new Owner(table.id(), column)))));
            return this;
        }

        /** Lets the sequence vanish with a column of a partition. */
        public Alteration ownedBy(PartitionSpec partition, String column) {
            changes.add(new AlterObject<>(sequence, new Belonging(Optional.of(new Owner(partition.id(), column)))));
            return this;
        }

        /** Lets the sequence vanish with no column. */
        public Alteration ownedByNone() {
            changes.add(new AlterObject<>(sequence, new Belonging(Optional.empty())));
            return this;
        }
    }
}
