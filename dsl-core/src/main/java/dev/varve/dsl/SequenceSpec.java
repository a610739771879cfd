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
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param owner the column with which it vanishes
 */
public record SequenceSpec(QualifiedName name, TypeName type, SequenceOptions options, Optional<Owner> owner)
        implements Named, Creation, Replacement, Alterable<SequenceSpec.Alteration> {

    static SequenceSpec of(String name) {
        return new SequenceSpec(
                QualifiedName.of("public", name), TypeName.of("bigint"), SequenceOptions.PLAIN, Optional.empty());
    }

    /** Puts the sequence into a schema. */
    public SequenceSpec inSchema(String schema) {
        return new SequenceSpec(name.inSchema(schema), type, options, owner);
    }

    /** Counts in numbers of the type that the column has. */
    public SequenceSpec as(ColumnSpec<?> column) {
        return new SequenceSpec(name, column.type(), options, owner);
    }

    /** The sequence with other options: {@code counting(o -> o.startingAt(1000).caching(20))}. */
    public SequenceSpec counting(UnaryOperator<SequenceOptions> change) {
        return new SequenceSpec(name, type, change.apply(options), owner);
    }

    /** The sequence with other options: {@code counting(from(1000).caching(20))}. */
    public SequenceSpec counting(Numbering numbering) {
        return new SequenceSpec(name, type, numbering.options(), owner);
    }

    /** Belongs to a column, with which it vanishes. */
    public SequenceSpec ownedBy(TableReference table, String column) {
        return new SequenceSpec(name, type, options, Optional.of(new Owner(table.id(), column)));
    }

    @Override
    public ObjectId<Sequence> id() {
        return Sequence.id(name);
    }

    private Sequence sequence() {
        return new Sequence(name, type, options, owner);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(sequence()));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(sequence());
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

        /** Lets the sequence vanish with a column. */
        public Alteration ownedBy(TableReference table, String column) {
            changes.add(new AlterObject<>(sequence, new Belonging(Optional.of(new Owner(table.id(), column)))));
            return this;
        }

        /** Lets the sequence vanish with no column. */
        public Alteration ownedByNone() {
            changes.add(new AlterObject<>(sequence, new Belonging(Optional.empty())));
            return this;
        }
    }
}
