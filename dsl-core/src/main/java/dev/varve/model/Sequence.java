package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence that stands on its own; the one behind an identity column is part of the column.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 */
public record Sequence(QualifiedName name, TypeName type, SequenceOptions options) implements SchemaMember {

    public Sequence {
        options = options.within(type);
    }

    /** The id of the sequence of that name. */
    public static ObjectId<Sequence> id(QualifiedName name) {
        return ObjectId.of(Sequence.class, name);
    }

    @Override
    public ObjectId<Sequence> id() {
        return id(name);
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.relation(name));
    }

    @Override
    public Sequence named(QualifiedName other) {
        return new Sequence(other, type, options);
    }

    @Override
    public Sequence following(Rename rename) {
        return new Sequence(rename.followSchema(name), type, options);
    }

    /** The same sequence, counting differently. */
    public Sequence counting(SequenceOptions other) {
        return new Sequence(name, type, other);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql typed = type.equals(TypeName.of("bigint")) ? Sql.raw("") : Sql.of(" as {}", type);
        Sql counted = options.isPlain() ? typed : typed.then(Sql.of(" {}", options));
        return List.of(Statement.of(Sql.of("create sequence {}{}", name, counted), LockMode.NONE));
    }

    /** The position stays. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Sql sql = Sql.of("alter sequence {} {}", name, options.complete());
        return Optional.of(List.of(Statement.of(sql, LockMode.SHARE_ROW_EXCLUSIVE)))
                .filter(statements -> ((Sequence) from).type().equals(type));
    }

    @Override
    public List<String> contents() {
        return List.of("the position of sequence " + name);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.SEQUENCE);
    }
}
