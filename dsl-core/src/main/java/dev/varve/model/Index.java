package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An index that is not the one of a constraint.
 *
 * @param on the table, materialized view or other relation that it indexes and in whose schema it lives
 * @param included columns that are stored in the index without being keys
 * @param nullsNotDistinct whether null is a value as any other, which two rows of a unique index cannot share
 * @param where the condition of the rows that it holds; all rows if empty
 */
public record Index(
        QualifiedName name,
        ObjectId<?> on,
        boolean unique,
        boolean nullsNotDistinct,
        String method,
        List<IndexKey> keys,
        List<String> included,
        Optional<Expression> where,
        Storage storage)
        implements Reworded {

    public Index {
        keys = List.copyOf(keys);
        included = List.copyOf(included);
    }

    /** An index of which nothing else is said. */
    public Index(
            QualifiedName name,
            ObjectId<?> on,
            boolean unique,
            String method,
            List<IndexKey> keys,
            List<String> included,
            Optional<Expression> where) {
        this(name, on, unique, false, method, keys, included, where, Storage.usual());
    }

    /** The id of the index of that name. */
    public static ObjectId<Index> id(QualifiedName name) {
        return ObjectId.of(Index.class, name);
    }

    @Override
    public ObjectId<Index> id() {
        return id(name);
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<QualifiedName> mentioned = keys.stream()
                .flatMap(key -> key.qualifiedNames().stream())
                .collect(Collectors.toCollection(HashSet::new));
        where.ifPresent(condition -> mentioned.addAll(condition.qualifiedNames()));
        Set<ObjectId<?>> required = database.named(mentioned);
        required.add(on);
        required.addAll(AccessMethodDefinition.requiredBy(method, database));
        keys.forEach(key -> required.addAll(key.requiredSchemas()));
        required.addAll(Partition.requiredOn(on, database));
        return required;
    }

    /** The partition that has the index, if it is one: its columns are those of the table of which it is a part. */
    private Optional<Partition> ofPartition(Database database) {
        return database.find(on).filter(Partition.class::isInstance).map(Partition.class::cast);
    }

    /** Whether both are the same apart from their names, from what they are on, and from how they are stored. */
    public boolean isAlike(Index other) {
        return named(other.name).on(other.on).stored(Storage.usual()).equals(other.stored(Storage.usual()));
    }

    /** The same index on another relation. */
    public Index on(ObjectId<?> relation) {
        return saying(relation, keys, where);
    }

    @Override
    public Optional<ObjectId<?>> owner() {
        return Optional.of(on);
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.relation(name));
    }

    /** Whether the index leans on that column. */
    public boolean uses(String column) {
        return included.contains(column) || keys.stream().anyMatch(key -> key.uses(column)) || computesWith(column);
    }

    @Override
    public boolean vanishesWith(String column, Database database) {
        return uses(column);
    }

    /** Whether the index has an expression or a condition over that column. */
    public boolean computesWith(String column) {
        return keys.stream().anyMatch(key -> !key.column() && key.uses(column))
                || where.filter(condition -> condition.bareNames().contains(column))
                        .isPresent();
    }

    /** The columns that no two rows share, if the index says so of whole rows of plain columns. */
    public Optional<Set<String>> uniqueColumns() {
        boolean key = unique && where.isEmpty() && keys.stream().allMatch(IndexKey::column);
        return key ? Optional.of(keyColumns().collect(Collectors.toSet())) : Optional.empty();
    }

    /** Whether a foreign key can reference the columns because of it. */
    public boolean suits(ForeignKeyConstraint key) {
        return key.target().equals(on)
                && uniqueColumns()
                        .filter(Set.copyOf(key.targetColumns())::equals)
                        .isPresent();
    }

    /** Whether no two rows are the same in its columns. */
    public boolean isUniqueOverColumns() {
        return uniqueColumns().isPresent();
    }

    /** The names of the keys that are plain columns. */
    public Stream<String> keyColumns() {
        return keys.stream().filter(IndexKey::column).flatMap(key -> key.expression().bareNames().stream());
    }

    @Override
    public void checkCreation(Database before) {
        new TakenFromPartitions(on, before).check(this);
    }

    @Override
    public void check(Database database) {
        keys.stream()
                .filter(key -> key.column() && key.statistics().isPresent())
                .forEach(this::refuseStatistics);
        ofPartition(database).map(partition -> partition.root(database)).ifPresent(root -> {
            keyColumns().forEach(root::column);
            included.forEach(root::column);
        });
        if (database.get(on) instanceof Table table) {
            keyColumns().forEach(table::column);
            included.forEach(table::column);
            table.columns().stream().filter(Column::isVirtual).forEach(this::refuse);
            table.facets().values().forEach(facet -> facet.check(table, this));
        }
    }

    private void refuseStatistics(IndexKey key) {
        throw new RefusedException(
                id(),
                "The " + id() + " has no statistics of its own of " + key.expression()
                        + ", which is a column; set those" + " of the column of " + on + ".");
    }

    private void refuse(Column virtual) {
        if (uses(virtual.name())) {
            throw new RefusedException(
                    id(),
                    "The " + id() + " uses column \"" + virtual.name() + "\" of " + on
                            + ", which is virtual; PostgreSQL indexes only what is stored. Generate the column stored, or index its"
                            + " expression.");
        }
    }

    /** Looks for what the server would refuse about making or removing this index while the relation is used. */
    public void checkConcurrently(Database database) {
        if (database.get(on) instanceof Table table) {
            table.facets().values().forEach(facet -> facet.checkConcurrently(table, this));
        }
    }

    @Override
    public Index named(QualifiedName other) {
        return new Index(other, on, unique, nullsNotDistinct, method, keys, included, where, storage);
    }

    private Index saying(ObjectId<?> relation, List<IndexKey> others, Optional<Expression> condition) {
        return new Index(name, relation, unique, nullsNotDistinct, method, others, included, condition, storage);
    }

    private Index including(List<String> others) {
        return new Index(name, on, unique, nullsNotDistinct, method, keys, others, where, storage);
    }

    /** The same index, to which null is a value as any other or not. */
    public Index distinguishingNulls(boolean distinct) {
        return new Index(name, on, unique, !distinct, method, keys, included, where, storage);
    }

    /** The same index, kept in another way or elsewhere. */
    public Index stored(Storage other) {
        return new Index(name, on, unique, nullsNotDistinct, method, keys, included, where, other);
    }

    /**
     * The same index with another target of the statistics of a key, counted from 1, or with the server's own.
     *
     * @throws RefusedException if it has no such key
     */
    public Index statistics(int key, Optional<Integer> target) {
        if (key < 1 || key > keys.size()) {
            throw new RefusedException(id(), "The " + id() + " has " + keys.size() + " keys, and no key " + key + ".");
        }
        List<IndexKey> others = new ArrayList<>(keys);
        others.set(key - 1, keys.get(key - 1).statistics(target));
        return saying(on, others, where);
    }

    @Override
    public Index copy(UnaryOperator<QualifiedName> scratch, Database database) {
        return saying(on.named(scratch.apply(on.name())), keys, where)
                .named(scratch.apply(name))
                .stored(Storage.usual());
    }

    @Override
    public Index inWordsOf(SchemaObject copy) {
        Index printed = (Index) copy;
        List<IndexKey> reworded = IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).inWordsOf(printed.keys.get(i)))
                .toList();
        return saying(on, reworded, where.flatMap(condition -> printed.where));
    }

    @Override
    public Index following(Rename rename) {
        ObjectId<?> followed = rename.newId(on).orElse(on);
        ObjectId<?> holder = Partition.columnsOf(on, rename);
        List<IndexKey> others =
                keys.stream().map(key -> key.following(holder, rename)).toList();
        return saying(followed, others, where.map(condition -> rename.follow(holder, condition)))
                .including(rename.followColumns(holder, included))
                .named(name.inSchema(followed.name().schema()));
    }

    @Override
    public List<Statement> creation(Database database) {
        Statement build = Statement.of(definition("index"), LockMode.SHARE, Hazard.BUILDS_INDEX);
        List<Statement> statements =
                new ArrayList<>(new RoomForIndex(database).of(this).toList());
        statements.addAll(CallersPath.of(this, database).around(build));
        statements.addAll(afterwards());
        return statements;
    }

    /** The statements that say what {@code create index} cannot. */
    public List<Statement> afterwards() {
        return statisticsChanges(
                keys.stream().map(key -> key.statistics(Optional.empty())).toList());
    }

    private List<Statement> statisticsChanges(List<IndexKey> old) {
        return IntStream.range(0, keys.size())
                .filter(i -> !old.get(i).statistics().equals(keys.get(i).statistics()))
                .mapToObj(i -> alter(
                        Sql.raw("alter column " + (i + 1) + " set statistics "
                                + keys.get(i).statistics().orElse(-1)),
                        LockMode.SHARE_UPDATE_EXCLUSIVE))
                .toList();
    }

    private Statement alter(Sql change, LockMode lock) {
        return Statement.of(Sql.of("alter index {} {}", name, change), lock);
    }

    @Override
    public Optional<List<Statement>> alteration(SchemaObject from, Database database) {
        Index old = (Index) from;
        boolean resets = !old.storage.parameters().equals(storage.parameters());
        if (!old.without().equals(without()) || resets && isOfPartitions(database)) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        storage.changes(old.storage).forEach(change -> statements.add(alter(change, LockMode.ACCESS_EXCLUSIVE)));
        statements.addAll(statisticsChanges(old.keys));
        return Optional.of(statements);
    }

    /** Whether it is one of partitions, whose storage parameters PostgreSQL does not change. */
    private boolean isOfPartitions(Database database) {
        return database.get(on) instanceof Table table
                && table.facet(Partitioning.class).isPresent();
    }

    /** The same index without everything that can be altered. */
    private Index without() {
        List<IndexKey> plain =
                keys.stream().map(key -> key.statistics(Optional.empty())).toList();
        return saying(on, plain, where).stored(Storage.usual());
    }

    /** The statement, with {@code index} or {@code index concurrently} where these words stand. */
    public Sql definition(String words) {
        return definition(words, Sql.of("{}", on.name()));
    }

    /** The statement that makes it without those of partitions: it is valid once each partition has one that is attached. */
    public Sql definitionOnly() {
        return definition("index", Sql.of("only {}", on.name()));
    }

    private Sql definition(String words, Sql relation) {
        Sql head = Sql.of(
                (unique ? "create unique " : "create ") + words + " {} on {}", Identifier.of(name.name()), relation);
        Sql using = method.equals("btree") ? head : head.then(Sql.of(" using {}", Identifier.of(method)));
        Sql keyed = using.then(Sql.of(" ({})", Sql.join(", ", keys)));
        Sql covering = included.isEmpty() ? keyed : keyed.then(Sql.of(" include ({})", Sql.names(included)));
        Sql distinguishing = nullsNotDistinct ? covering.then(Sql.raw(" nulls not distinct")) : covering;
        Sql stored = distinguishing.then(storage.clauses());
        return where.map(condition -> stored.then(Sql.of(" where {}", condition)))
                .orElse(stored);
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(Sql.of("alter index {} rename to {}", name, to.simple()), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public LockMode lock() {
        return LockMode.ACCESS_EXCLUSIVE;
    }
}
