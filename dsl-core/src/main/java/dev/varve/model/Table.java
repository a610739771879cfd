package dev.varve.model;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table: its columns in order, its constraints by name, and the facets that modules attach to it. Indexes, triggers and
 * comments are objects of their own that the table owns.
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Map<String, Constraint> constraints,
        Map<Class<? extends Facet>, Facet> facets)
        implements SchemaObject {

    public Table {
        Set<String> neverNull = constraints.values().stream()
                .flatMap(constraint -> constraint.notNull().stream())
                .collect(toSet());
        columns = columns.stream()
                .map(column -> neverNull.contains(column.name()) ? column.notNull(true) : column)
                .map(column -> column.in(name))
                .toList();
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    /** The id of the table of that name. */
    public static ObjectId<Table> id(QualifiedName name) {
        return ObjectId.of(Table.class, name);
    }

    /** A table with columns and nothing else. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, Map.of(), Map.of());
    }

    @Override
    public ObjectId<Table> id() {
        return id(name);
    }

    /** The column of that name, if there is one. */
    public Optional<Column> findColumn(String column) {
        return new TableColumns(this).find(column);
    }

    /**
     * The column of that name.
     *
     * @throws UnknownObjectException if there is none
     */
    public Column column(String column) {
        return new TableColumns(this).get(column);
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The constraint of that name.
     *
     * @throws RefusedException if there is none
     */
    public Constraint constraint(String constraint) {
        return new TableConstraints(this).get(constraint);
    }

    /** The fact of that class about this table, if it is one. */
    public <F extends Facet> Optional<F> facet(Class<F> type) {
        return Optional.ofNullable(type.cast(facets.get(type)));
    }

    /** This table with one more column, the last. */
    public Table plus(Column column) {
        return new TableColumns(this).plus(column);
    }

    /** This table without a column and the constraints that lean on it. */
    public Table minusColumn(String column) {
        return new TableColumns(this).minus(column);
    }

    /**
     * This table with a column made into another one of the same name, as far as the facts about it allow that.
     *
     * @throws RefusedException if one does not
     */
    public Table becoming(Column next) {
        Column old = column(next.name());
        facets.values().forEach(facet -> facet.checkChange(this, old, next));
        return alter(next.name(), any -> next);
    }

    /** This table with a column changed. */
    public Table alter(String column, UnaryOperator<Column> change) {
        return new TableColumns(this).altering(column, change);
    }

    /** This table with its columns in the order in which another one has them; PostgreSQL takes partitions in any order. */
    public Table inOrderOf(Table other) {
        List<String> order = other.columns().stream().map(Column::name).toList();
        List<Column> ordered = columns.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.name())))
                .toList();
        return new Table(name, ordered, constraints, facets);
    }

    /** This table with one more constraint. */
    public Table plus(Constraint constraint) {
        return new TableConstraints(this).plus(constraint);
    }

    /** This table without a constraint; a column that was not null only because of it may be null. */
    public Table minusConstraint(String constraint) {
        return new TableConstraints(this).minus(constraint);
    }

    /** This table with a constraint changed, in the same place. */
    public Table alterConstraint(String constraint, UnaryOperator<Constraint> change) {
        return new TableConstraints(this).altering(constraint, change);
    }

    /** The not-null constraint of a column that somebody named, if there is one. */
    public Optional<NotNullConstraint> notNullConstraint(String column) {
        return new TableConstraints(this).notNull(column);
    }

    /** This table with a fact about it. */
    public Table with(Facet facet) {
        Map<Class<? extends Facet>, Facet> more = new LinkedHashMap<>(facets);
        more.put(facet.getClass(), facet);
        return new Table(name, columns, constraints, more);
    }

    /** This table without a fact about it. */
    public Table without(Class<? extends Facet> facet) {
        Map<Class<? extends Facet>, Facet> fewer = new LinkedHashMap<>(facets);
        fewer.remove(facet);
        return new Table(name, columns, constraints, fewer);
    }

    /** This table with these columns first, and its others after them. */
    Table withFirst(List<Column> first) {
        Set<String> names = first.stream().map(Column::name).collect(toSet());
        return withColumns(Stream.concat(
                        first.stream(), columns.stream().filter(column -> !names.contains(column.name())))
                .toList());
    }

    /** This table with those of its columns and constraints alone, by their names. */
    Table withOnly(Predicate<String> wantedColumns, Predicate<String> wantedConstraints) {
        return withColumns(columns.stream()
                        .filter(column -> wantedColumns.test(column.name()))
                        .toList())
                .withConstraints(constraints.values().stream()
                        .filter(constraint -> wantedConstraints.test(constraint.name()))
                        .toList());
    }

    Table withColumns(List<Column> others) {
        return new Table(name, others, constraints, facets);
    }

    Table withConstraints(List<Constraint> others) {
        Map<String, Constraint> byName = new LinkedHashMap<>();
        others.forEach(c -> byName.put(c.name(), c));
        return new Table(name, columns, byName, facets);
    }

    @Override
    public Table named(QualifiedName other) {
        QualifiedName old = name.inSchema(other.schema());
        List<Column> kept = columns.stream()
                .map(column -> column.inSchema(other.schema()).keepingSequence(old))
                .toList();
        return new Table(other, kept, constraints, facets);
    }

    @Override
    public Table following(Rename rename) {
        return new TableRename(this, rename).followed();
    }

    @Override
    public Table arriving(Database database) {
        return facet(Inheritance.class)
                .map(inheritance -> inheritance.complete(this, database))
                .orElse(this);
    }

    /** The heirs of a table follow it, and so do its partitions, but for what these have of their own. */
    @Override
    public Database handingDown(SchemaObject before, Database database) {
        return new HandingDown((Table) before, this).result(database);
    }

    /** Its sequences, too, get what is granted by default. */
    @Override
    public List<SchemaObject> comingWith(Database database) {
        return Stream.concat(
                        SchemaObject.super.comingWith(database).stream(),
                        columns.stream().flatMap(column -> new SequencesOfTable(this).given(column.name(), database)))
                .toList();
    }

    /** Whether the tables that inherit from this one have a constraint of it, too. */
    public boolean hands(String constraint) {
        return Heritage.of(this).hasConstraint(constraint);
    }

    /** The tables that inherit from this one, without those that inherit from these. */
    public List<Table> heirs(Database database) {
        return database.users(id()).stream()
                .map(database::get)
                .filter(user -> user instanceof Table table
                        && Inheritance.of(table).parents().contains(id()))
                .map(Table.class::cast)
                .toList();
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return new TableRequirements(this, database).ids();
    }

    @Override
    public Set<Slot> slots() {
        Set<Slot> slots = constraints.values().stream()
                .filter(Constraint::hasIndex)
                .map(constraint -> Slot.relation(name.named(constraint.name())))
                .collect(toCollection(HashSet::new));
        slots.add(Slot.relation(name));
        slots.add(Slot.type(name));
        return slots;
    }

    @Override
    public void check(Database database) {
        new TableRefusals(this, database).check();
    }

    /** What has foreign keys of or to a column whose other ends PostgreSQL would not compare with it any more. */
    public List<ObjectId<?>> referencesBrokenBy(Column next, Database database) {
        return new TableReferences(this, database).brokenBy(next);
    }

    /** Whether a foreign key of this table references it by a key that only this constraint is. */
    public boolean needsForItself(String constraint, Database database) {
        return new TableReferences(this, database).needForItself(constraint);
    }

    @Override
    public List<Statement> creation(Database database) {
        return new TableCreation(this, database).statements();
    }

    @Override
    public List<Statement> removal(Database database) {
        return List.of(Statement.of(Sql.of("drop {}", address()), LockMode.ACCESS_EXCLUSIVE, Hazard.DELETES_DATA));
    }

    @Override
    public Statement renaming(QualifiedName to) {
        return Statement.of(
                Sql.of("alter table {} rename to {}", name, to.simple()),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE);
    }

    @Override
    public Statement moving(String schema) {
        return Statement.of(
                Sql.of("alter table {} set schema {}", name, QualifiedName.unqualified(schema)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE);
    }

    boolean isForeign() {
        return facet(Foreign.class).isPresent();
    }

    @Override
    public Sql address() {
        return Sql.of(isForeign() ? "foreign table {}" : "table {}", name);
    }

    @Override
    public Sql granted() {
        return Sql.of("table {}", name);
    }

    @Override
    public List<String> contents() {
        return isForeign() ? List.of() : List.of("the rows of " + name);
    }

    @Override
    public Optional<Grantable> grantable() {
        return Optional.of(Grantable.TABLE);
    }
}
