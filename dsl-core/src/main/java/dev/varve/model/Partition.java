package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A part of the rows of a partitioned table. It has the columns, constraints and indexes of that table; what it has beside these are objects
 * of their own ({@link PartitionMember}).
 *
 * @param parent the partitioned table, or the partition that is itself partitioned
 * @param bound which rows of the parent it has
 * @param partitioning how its rows are spread further, if they are
 * @param foreign where its rows are, if they are on another server
 * @param order in which order it has the columns
 */
public record Partition(
        QualifiedName name,
        ObjectId<?> parent,
        PartitionBound bound,
        Optional<Partitioning> partitioning,
        Optional<Foreign> foreign,
        ColumnOrder order)
        implements SchemaMember, Reworded {

    /** A partition whose rows are here. */
    public Partition(
            QualifiedName name, ObjectId<?> parent, PartitionBound bound, Optional<Partitioning> partitioning) {
        this(name, parent, bound, partitioning, Optional.empty(), ColumnOrder.OF_TABLE);
    }

    /** The same partition of something else. */
    public Partition of(ObjectId<?> other) {
        return new Partition(name, other, bound, partitioning, foreign, order);
    }

    /** The same partition of other rows. */
    public Partition bounded(PartitionBound other) {
        return new Partition(name, parent, other, partitioning, foreign, order);
    }

    /** The same partition, whose rows are spread further. */
    public Partition spread(Partitioning further) {
        return new Partition(name, parent, bound, Optional.of(further), foreign, order);
    }

    /** The same partition, whose rows are elsewhere. */
    public Partition stored(Foreign elsewhere) {
        return new Partition(name, parent, bound, partitioning, Optional.of(elsewhere), order);
    }

    /** The same partition with its columns in another order. */
    public Partition ordered(ColumnOrder other) {
        return new Partition(name, parent, bound, partitioning, foreign, other);
    }

    @Override
    public Partition arriving(Database database) {
        return order.isOwn() && database.has(parent) ? ordered(order.beside(above(database))) : this;
    }

    /** The id of the partition of that name. */
    public static ObjectId<Partition> id(QualifiedName name) {
        return ObjectId.of(Partition.class, name);
    }

    /** A table with its partitions and those of its partitions, all of which have its columns. */
    public static Stream<ObjectId<?>> with(ObjectId<?> table, Database database) {
        return Stream.concat(Stream.of(table), under(table, database).map(Partition::id));
    }

    /** The partitions of a table and those of its partitions. */
    public static Stream<Partition> under(ObjectId<?> table, Database database) {
        return database.users(table).stream()
                .filter(user -> user.type() == Partition.class)
                .map(user -> (Partition) database.get(user));
    }

    /** The partitioned relations of which something is a part, and a part of a part; none if it is no partition. */
    static Stream<ObjectId<?>> above(ObjectId<?> relation, Database database) {
        return database.find(relation).stream()
                .filter(Partition.class::isInstance)
                .map(partition -> ((Partition) partition).parent)
                .flatMap(parent -> Stream.concat(Stream.of(parent), above(parent, database)));
    }

    @Override
    public ObjectId<Partition> id() {
        return id(name);
    }

    /** The partitioned table of which this is a part of a part. */
    public Table root(Database database) {
        SchemaObject above = database.get(parent);
        return above instanceof Partition partition ? partition.root(database) : (Table) above;
    }

    /** The relation by whose id a rename knows the columns of a relation: those of a partition are its table's. */
    static ObjectId<?> columnsOf(ObjectId<?> relation, Rename rename) {
        return relation.type() == Partition.class && rename instanceof Rename.OfColumn column
                ? column.relation()
                : relation;
    }

    /** What something that names columns of a relation requires because of these: those of a partition are its table's. */
    static Set<ObjectId<?>> requiredOn(ObjectId<?> relation, Database database) {
        return database.find(relation)
                .filter(Partition.class::isInstance)
                .map(partition -> partition.requires(database))
                .orElse(Set.of());
    }

    /** A table, or a partition as one with everything that it has of its own and from what it is a part of. */
    static Table asTable(ObjectId<?> relation, Database database) {
        return database.get(relation) instanceof Partition partition
                ? partition.withMembers(database)
                : (Table) database.get(relation);
    }

    /** This partition as a table, with everything that it has of its own and from what it is a part of. */
    public Table withMembers(Database database) {
        Table table = bare(database);
        for (SchemaObject owned : database.owned(id())) {
            table = owned instanceof PartitionMember member ? member.addedTo(table) : table;
        }
        return table;
    }

    /** The same but for something that it may have of its own. */
    Table withMembers(Database database, PartitionMember without) {
        Table table = bare(database);
        for (SchemaObject owned : database.owned(id())) {
            boolean wanted = owned instanceof PartitionMember && !owned.id().equals(without.id());
            table = wanted ? ((PartitionMember) owned).addedTo(table) : table;
        }
        return table;
    }

    /** What is part of a partition that is partitioned itself. */
    static Stream<ObjectId<?>> partsOf(ObjectId<?> partition, Database database) {
        return database.users(partition).stream()
                .filter(user -> database.get(user) instanceof Partition part
                        && part.parent().equals(partition));
    }

    /** What it is a part of, as a table. */
    public Table above(Database database) {
        return asTable(parent, database);
    }

    /** This partition as a table with what it has from what it is a part of. */
    private Table bare(Database database) {
        Table above = above(database);
        List<Column> columns = above.columns().stream().map(Column::inPartition).toList();
        return kept(above, new Table(name, order.of(columns), above.constraints(), Map.of()));
    }

    /**
     * This partition as a table of its own, without keys and without what it has of its own. Numbers of an identity it gets from the table
     * only as long as it is a part of that; from the sequence of a serial column it takes them by a default like any other.
     */
    public Table apart(Database database) {
        Table above = above(database);
        ObjectId<Table> root = root(database).id();
        Map<String, Constraint> checks = new LinkedHashMap<>(above.constraints());
        checks.values().removeIf(c -> c.hasIndex() || c instanceof ForeignKeyConstraint);
        List<Column> columns = above.columns().stream()
                .map(column -> unnumbered(column.inPartition(), root))
                .toList();
        return kept(above, new Table(name, order.of(columns), checks, Map.of()));
    }

    private static Column unnumbered(Column column, ObjectId<Table> root) {
        Optional<ColumnValue> next =
                column.sequenceOfSerial(root).map(sequence -> new ColumnValue.Default(sequence.next()));
        return column.identity().isPresent() || next.isPresent() ? column.valued(next) : column;
    }

    /** A table whose rows are where those of the partition are. */
    private Table kept(Table above, Table table) {
        return foreign.map(table::with)
                .orElseGet(() -> above.facet(Tablespace.class).map(table::with).orElse(table));
    }

    /** A partition of a partition also leans on the columns of the table itself. */
    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(SchemaMember.super.requires(database));
        required.add(parent);
        foreign.ifPresent(elsewhere -> required.add(elsewhere.server()));
        partitioning.ifPresent(further -> required.addAll(further.requires(database)));
        database.find(parent)
                .filter(Partition.class::isInstance)
                .ifPresent(above -> required.addAll(above.requires(database)));
        return required;
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(parent);
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.relation(name), Slot.type(name));
    }

    @Override
    public boolean leansOn(ObjectId<?> relation, String column) {
        return partitioning.filter(p -> p.columns().contains(column)).isPresent();
    }

    @Override
    public void check(Database database) {
        Partitioning above = partitioningOf(database.get(parent))
                .orElseThrow(() -> new RefusedException(
                        id(), "The " + parent + " is not partitioned, so that " + id() + " cannot be a part of it."));
        if (!bound.fits(above.strategy())) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " is " + bound + ", but " + parent + " is partitioned by " + above.strategy()
                            + ". Say which rows it has in the words for that.");
        }
        database.users(parent).stream()
                .filter(other -> !other.equals(id())
                        && database.get(other) instanceof Partition beside
                        && beside.parent.equals(parent)
                        && beside.bound.equals(bound))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(id(), "The " + other + " of " + parent + " is " + bound + " already.");
                });
        partitioning.ifPresent(p -> p.checkKeys(root(database)));
        order.check(this, root(database));
        checkForeign(root(database));
    }

    /** Looks for what the server would refuse about rows elsewhere. */
    void checkForeign(Table root) {
        if (foreign.isPresent() && partitioning.isPresent()) {
            throw new RefusedException(
                    id(), "The " + id() + " has its rows on another server, and cannot spread them further.");
        }
        root.constraints().values().stream()
                .filter(constraint ->
                        foreign.isPresent() && (constraint.hasIndex() || constraint instanceof ForeignKeyConstraint))
                .findFirst()
                .ifPresent(constraint -> {
                    throw new RefusedException(
                            id(),
                            "The rows of " + id()
                                    + " are on another server, where PostgreSQL cannot hold them to constraint \""
                                    + constraint.name() + "\" of " + root.id() + ". Leave out the one or the other.");
                });
    }

    /** How a table or a partition is spread, if it is. */
    static Optional<Partitioning> partitioningOf(SchemaObject relation) {
        return relation instanceof Partition partition
                ? partition.partitioning
                : ((Table) relation).facet(Partitioning.class);
    }

    @Override
    public Partition named(QualifiedName other) {
        return new Partition(other, parent, bound, partitioning, foreign, order);
    }

    @Override
    public Partition following(Rename rename) {
        return new Partition(
                rename.followSchema(name),
                rename.newId(parent).orElse(parent),
                bound,
                partitioning.map(p -> p.following(columnsOf(rename), rename)),
                foreign.map(elsewhere -> elsewhere.following(columnsOf(rename), rename)),
                order.following(columnsOf(rename), rename));
    }

    private ObjectId<?> columnsOf(Rename rename) {
        return rename instanceof Rename.OfColumn column ? column.relation() : id();
    }

    /** The parts that it has of indexes are still called after it as it was called. */
    @Override
    public Database leavingNames(SchemaObject renamed, Database after) {
        boolean isOther = !renamed.id().name().name().equals(name.name());
        return isOther && foreign.isEmpty() ? new IndexParts(renamed.id(), after).calledAfter(name) : after;
    }

    @Override
    public Partition copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return new Partition(scratch.apply(name), parent.named(scratch.apply(parent.name())), bound, partitioning);
    }

    @Override
    public Partition inWordsOf(SchemaObject copy) {
        Partition printed = (Partition) copy;
        return new Partition(name, parent, printed.bound, printed.partitioning, foreign, order);
    }

    @Override
    public List<Statement> creation(Database database) {
        return new PartitionCreation(this, database).statements();
    }

    /** PostgreSQL drops no partition of a table that is referenced, but detaches it if no row of it is. */
    @Override
    public List<Statement> removal(Database database) {
        Statement drop = Statement.of(Sql.of("drop {}", address()), lock(), Hazard.DELETES_DATA);
        Statement detach = Statement.of(
                Sql.of("alter table {} detach partition {}", parent.name(), name), lock(), Hazard.SCANS_TABLE);
        return isReferenced(parent, database) ? List.of(detach, drop) : List.of(drop);
    }

    private static boolean isReferenced(ObjectId<?> table, Database database) {
        SchemaObject above = database.get(table);
        boolean isReferenced = Stream.concat(
                        Stream.of(above), database.users(table).stream().map(database::get))
                .flatMap(Partition::constraints)
                .anyMatch(constraint -> constraint instanceof ForeignKeyConstraint key
                        && key.target().equals(table));
        return isReferenced || above instanceof Partition partition && isReferenced(partition.parent, database);
    }

    private static Stream<Constraint> constraints(SchemaObject object) {
        return object instanceof Table table
                ? table.constraints().values().stream()
                : object instanceof PartitionConstraint own ? Stream.of(own.constraint()) : Stream.of();
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }

    @Override
    public Sql address() {
        return Sql.of(foreign.isPresent() ? "foreign table {}" : "table {}", name);
    }

    @Override
    public Sql granted() {
        return Sql.of("table {}", name);
    }

    @Override
    public List<String> contents() {
        return foreign.isPresent() ? List.of() : List.of("the rows of " + name);
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.TABLE);
    }
}
