package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A constraint that a partition has and its table has not: {@code alter table trading.trades_old add constraint ck_old check (price > 0)}. */
public record PartitionConstraint(ObjectId<?> on, Constraint constraint)
        implements RelationMember, PartitionMember, Reworded {

    /** The id of the constraint of that name of a partition. */
    public static ObjectId<PartitionConstraint> id(QualifiedName partition, String constraint) {
        return new ObjectId<>(PartitionConstraint.class, partition, '.' + constraint);
    }

    @Override
    public ObjectId<PartitionConstraint> id() {
        return id(on.name(), name());
    }

    @Override
    public String name() {
        return constraint.name();
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public Sql address() {
        return Sql.of("constraint {} on {}", Identifier.of(name()), on.name());
    }

    @Override
    public Table addedTo(Table partition) {
        return partition.plus(constraint);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(PartitionMember.super.requires(database));
        required.addAll(constraint.requires(database));
        return required;
    }

    @Override
    public Set<Slot> slots() {
        return constraint.hasIndex() ? Set.of(Slot.relation(on.name().named(name()))) : Set.of();
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return constraint.uses(column);
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        return constraint instanceof ForeignKeyConstraint key
                && key.target().equals(relation)
                && key.targetColumns().contains(column);
    }

    /** Whether it is what PostgreSQL would make for that constraint of the table, apart from how it is stored. */
    public boolean isAlike(Constraint above) {
        return constraint.named(above.name()).equals(above)
                || constraint instanceof KeyConstraint own
                        && above instanceof KeyConstraint key
                        && own.key().stored(Storage.usual()).equals(key.key().stored(Storage.usual()));
    }

    /** Whether its index is what PostgreSQL would make for that index of the table. */
    public boolean isAlike(Index above) {
        return constraint instanceof KeyConstraint own
                && above.isUniqueOverColumns()
                && above.keyColumns().toList().equals(own.key().columns());
    }

    boolean isBrokenBy(Table changed, Column next, Database database) {
        return constraint instanceof ForeignKeyConstraint key
                && key.isBrokenBy(changed, next, ((Partition) database.get(on)).root(database), database);
    }

    @Override
    public void check(Database database) {
        Partition partition = (Partition) database.get(on);
        Table table = partition.withMembers(database, this);
        constraint.check(table, database);
        constraint.notNull().stream()
                .filter(column -> constraint.hasIndex() && !table.column(column).notNull())
                .findFirst()
                .ifPresent(column -> {
                    throw refused("names column \"" + column + "\", which may be null. Say notNull(\"" + column
                            + "\") of the partition first");
                });
        checkOthers(table, database);
        partition.partitioning().ifPresent(further -> further.checkKeys(addedTo(table)));
        if (partition.foreign().isPresent() && !(constraint instanceof CheckConstraint)) {
            throw refused("is no check, and nothing else holds for rows on another server");
        }
        boolean ownTable = constraint instanceof ForeignKeyConstraint key
                && key.target().equals(partition.root(database).id());
        if (ownTable) {
            throw refused("references the table of which the partition is a part. Add it to that table");
        }
    }

    private void checkOthers(Table table, Database database) {
        if (constraint instanceof NotNullConstraint rule
                && database.has(PartitionNotNull.id(on.name(), rule.column()))) {
            throw refused("makes column \"" + rule.column()
                    + "\" not null, which it is already under a name that PostgreSQL chose. Let it be null first");
        }
        if (table.constraints().containsKey(name())) {
            throw refused("has the name of one that the partition has of its table. Choose another name");
        }
        boolean second = constraint instanceof PrimaryKeyConstraint
                && table.constraints().values().stream().anyMatch(PrimaryKeyConstraint.class::isInstance);
        if (second) {
            throw refused("is a second primary key. Leave out one of them");
        }
    }

    private RefusedException refused(String why) {
        return new RefusedException(id(), "Constraint \"" + name() + "\" of " + on + ' ' + why + '.');
    }

    @Override
    public PartitionConstraint called(String other) {
        return new PartitionConstraint(on, constraint.named(other));
    }

    /** The columns of a partition are those of its table; the key that a foreign key references is of another one. */
    @Override
    public PartitionConstraint following(Rename rename) {
        ObjectId<?> relation = rename.newId(on).orElse(on);
        boolean ofTarget = rename instanceof Rename.OfColumn column
                && constraint instanceof ForeignKeyConstraint key
                && key.target().equals(column.relation());
        ObjectId<?> holder = ofTarget ? on : Partition.columnsOf(on, rename);
        return new PartitionConstraint(relation, constraint.following(holder, rename));
    }

    @Override
    public PartitionConstraint copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new PartitionConstraint(on.named(scratch.apply(on.name())), constraint);
    }

    @Override
    public PartitionConstraint inWordsOf(SchemaObject copy) {
        return constraint instanceof ForeignKeyConstraint
                ? this
                : new PartitionConstraint(on, ((PartitionConstraint) copy).constraint);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    public List<Statement> creation(Database database) {
        return Stream.concat(
                        new RoomForIndex(database).of(on, Stream.of(constraint)),
                        Stream.of(constraint.addition(Table.id(on.name()))))
                .toList();
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(statement(Sql.of("drop constraint {}", Identifier.of(name()))));
    }

    @Override
    public Statement calling(String other) {
        return statement(Sql.of("rename constraint {} to {}", Identifier.of(name()), Identifier.of(other)));
    }

    private Statement statement(Sql change, Hazard... hazards) {
        return Statement.of(Sql.of("alter table {} {}", on.name(), change), lock(), hazards);
    }

    /** A constraint that was not valid can be validated; anything else is another one. */
    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Constraint old = ((PartitionConstraint) from).constraint;
        boolean validated = old.enforcement() == Enforcement.NOT_VALID
                && old.enforcing(Enforcement.ENFORCED).equals(constraint);
        Sql change = Sql.of("validate constraint {}", Identifier.of(name()));
        return Optional.of(List.of(Statement.of(
                        Sql.of("alter table {} {}", on.name(), change),
                        LockMode.SHARE_UPDATE_EXCLUSIVE,
                        Hazard.SCANS_TABLE)))
                .filter(statements -> validated);
    }
}
