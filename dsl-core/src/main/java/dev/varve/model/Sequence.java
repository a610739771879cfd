package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence; one that is behind an identity or serial column and has nothing of its own is part of the column.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param ownedBy the column with which it vanishes
 * @param unlogged whether its position is not logged, and lost after a crash; one that belongs to a column is logged as the table is
 */
public record Sequence(
        QualifiedName name, TypeName type, SequenceOptions options, Optional<Owner> ownedBy, boolean unlogged)
        implements SchemaMember {

    /**
     * A column that a sequence belongs to.
     *
     * @param table the table or the partition that has it
     */
    public record Owner(ObjectId<?> table, String column) {

        private Sql words() {
            return Sql.of("{}.{}", table.name(), Identifier.of(column));
        }

        private Owner following(Rename rename) {
            return new Owner(
                    rename.newId(table).orElse(table), rename.followColumn(Partition.columnsOf(table, rename), column));
        }

        private void check(Database database) {
            Table holder = database.get(table) instanceof Partition partition
                    ? partition.root(database)
                    : (Table) database.get(table);
            holder.column(column);
        }
    }

    public Sequence {
        options = options.within(type);
    }

    /** A sequence that belongs to no column. */
    public Sequence(QualifiedName name, TypeName type, SequenceOptions options) {
        this(name, type, options, Optional.empty(), false);
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
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = SchemaMember.super.requires(database);
        ownedBy.ifPresent(owner -> {
            required.add(owner.table());
            required.addAll(Partition.requiredOn(owner.table(), database));
        });
        return required;
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return ownedBy.map(Owner::table);
    }

    /** The default of its column names it before it can belong to that. */
    @Override
    public Sequence unowned() {
        return ownedBy(Optional.empty());
    }

    /** A default names it like any other sequence. */
    @Override
    public boolean foundByName() {
        return true;
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return ownedBy.filter(owner -> owner.column().equals(column)).isPresent();
    }

    @Override
    public void check(Database database) {
        if (unlogged && ownedBy.isPresent()) {
            throw new RefusedException(
                    id(), "The " + id() + " belongs to a column, and is logged as the table is. Leave out unlogged().");
        }
        ownedBy.ifPresent(owner -> {
            owner.check(database);
            if (!owner.table().name().schema().equals(name.schema())) {
                throw new RefusedException(
                        id(),
                        "The " + id() + " cannot belong to a column of " + owner.table()
                                + ": PostgreSQL wants both in one schema.");
            }
        });
    }

    @Override
    public Sequence named(QualifiedName other) {
        return new Sequence(other, type, options, ownedBy, unlogged);
    }

    /** It goes along when the table of its column moves to another schema. */
    @Override
    public Sequence following(Rename rename) {
        Optional<Owner> owner = ownedBy.map(known -> known.following(rename));
        QualifiedName followed = rename.followSchema(name);
        return new Sequence(
                owner.map(known -> followed.inSchema(known.table().name().schema()))
                        .orElse(followed),
                type,
                options,
                owner,
                unlogged);
    }

    /** The same sequence, counting in another type. */
    public Sequence as(TypeName other) {
        return new Sequence(name, other, options, ownedBy, unlogged);
    }

    /** The default that takes the next number. */
    public Expression next() {
        return new Expression(
                Sql.of("nextval({}::regclass)", Literal.of(Sql.of("{}", name).text()))
                        .text());
    }

    /** The same sequence, counting differently. */
    public Sequence counting(SequenceOptions other) {
        return new Sequence(name, type, other, ownedBy, unlogged);
    }

    /** The same sequence, belonging to a column or to none. */
    public Sequence ownedBy(Optional<Owner> column) {
        return new Sequence(name, type, options, column, unlogged);
    }

    /** The same sequence, whose position is logged or not. */
    public Sequence unlogged(boolean never) {
        return new Sequence(name, type, options, ownedBy, never);
    }

    @Override
    public List<Statement> creation(Database database) {
        Sql typed = type.equals(TypeName.of("bigint")) ? Sql.raw("") : Sql.of(" as {}", type);
        Sql counted = options.isPlain() ? typed : typed.then(Sql.of(" {}", options));
        Sql owned = ownedBy.map(owner -> counted.then(Sql.of(" owned by {}", owner.words())))
                .orElse(counted);
        return List.of(Statement.of(
                Sql.of((unlogged ? "create unlogged sequence" : "create sequence") + " {}{}", name, owned),
                LockMode.NONE));
    }

    /** The position stays. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Sequence old = (Sequence) from;
        List<Sql> changes = new ArrayList<>();
        if (!old.type.equals(type)) {
            changes.add(Sql.of("as {}", type));
        }
        if (!old.type.equals(type) || !old.options.equals(options)) {
            changes.add(options.complete());
        }
        if (!old.ownedBy.equals(ownedBy)) {
            changes.add(
                    ownedBy.map(owner -> Sql.of("owned by {}", owner.words())).orElse(Sql.raw("owned by none")));
        }
        List<Statement> statements = new ArrayList<>();
        if (!changes.isEmpty()) {
            statements.add(alter(Sql.join(" ", changes), LockMode.SHARE_ROW_EXCLUSIVE));
        }
        if (old.unlogged != unlogged) {
            statements.add(alter(Sql.raw(unlogged ? "set unlogged" : "set logged"), LockMode.ACCESS_EXCLUSIVE));
        }
        return Optional.of(statements);
    }

    private Statement alter(Sql changes, LockMode lock) {
        return Statement.of(Sql.of("alter sequence {} {}", name, changes), lock);
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
